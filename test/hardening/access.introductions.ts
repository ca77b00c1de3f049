import { type AccessRow, asInput, key, onAll, only, row, signedIn, text, type Variables } from './access.rows.js';

/** The person asks, the academic is in the middle, and the company is to be met. */
const introduction =
  (values: object = {}): Variables =>
  async (world) => ({
    id: await world.insert('introduction', {
      asker_account_id: world.actors.person.accountId,
      middle_account_id: world.actors.academic.accountId,
      target_organisation_id: world.ids.company,
      first_link: 'mentor',
      second_link: 'collaboration',
      middle_public: false,
      note: text,
      expires_at: new Date(Date.now() + 86_400_000),
      ...values,
    }),
  });
// Of a read, as many at once as there are roles: none of them open, as there is one open at a time.
const passedOn = (state: string) =>
  introduction({ state, previous_state: 'passed-on', approved_note: text, passed_on_at: new Date() });
const waitsForTarget = introduction({
  state: 'passed-on',
  previous_state: 'asked',
  approved_note: text,
  passed_on_at: new Date(),
});
const withNote =
  (variables: Variables): Variables =>
  async (world, role) => ({ ...(await variables(world, role)), note: text });
const withAnswer =
  (variables: Variables): Variables =>
  async (world, role) => ({ ...(await variables(world, role)), accept: true });

const three = ['person', 'academic', 'member', 'admin', 'office'] as const;
const met = { member: 'allowed', admin: 'allowed', office: 'allowed' };
const wrong = 'WRONG_STATE';

/** Who asks for introductions, who passes them on, and who knows of them. */
export const introductionRowsOfAccess: AccessRow[] = [
  row('introductionPaths', 'to the company', ({ ids }) => ({ toOrganisationId: ids.company }), signedIn('allowed')),
  row('introductionPaths', 'to somebody hidden', ({ ids }) => ({ toAcademicId: ids.hidden }), only(['platform'])),
  row(
    'introductionPaths',
    'to a hidden company',
    ({ ids }) => ({ toOrganisationId: ids.hiddenCompany }),
    only(['platform']),
  ),
  onAll('introductions', signedIn('allowed'), { role: 'target', first: 1 }),
  onAll('introductionChoice', signedIn('allowed')),
  onAll('chooseIntroductions', signedIn('allowed'), { available: true }),
  row(
    'introduction',
    'refused',
    introduction({ state: 'refused', previous_state: 'asked' }),
    only(['person', 'academic']),
  ),
  row('introduction', 'accepted', passedOn('accepted'), only(three)),
  row(
    'askForIntroduction',
    'to a company without a path',
    asInput(({ ids }) => ({
      ...key(),
      toOrganisationId: ids.company,
      firstLink: 'work',
      secondLink: 'work',
      note: text,
    })),
    only([]),
  ),
  row('approveIntroduction', 'asked', withNote(introduction()), only(['academic'], { person: wrong })),
  row('refuseIntroduction', 'asked', introduction(), only(['academic'], { person: wrong })),
  row('withdrawIntroduction', 'asked', introduction(), only(['person'], { academic: wrong })),
  row('answerIntroduction', 'asked', withAnswer(introduction()), only([], { person: wrong, academic: wrong })),
  row(
    'answerIntroduction',
    'passed on',
    withAnswer(waitsForTarget),
    only([], { ...met, person: wrong, academic: wrong }),
  ),
];
