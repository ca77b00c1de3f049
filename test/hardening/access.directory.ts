import {
  type AccessRow,
  asInput,
  everybody,
  key,
  onAll,
  onId,
  only,
  people,
  platformOnly,
  row,
  signedIn,
  text,
  type Variables,
} from './access.rows.js';

/** Who reads and changes what is found: people, organisations, opportunities, and how they match. */
export const directoryRows: AccessRow[] = [
  onAll('academics', everybody('allowed'), { first: 1 }),
  onAll('organisations', everybody('allowed'), { first: 1 }),
  onAll('opportunities', everybody('allowed'), { first: 1 }),
  onAll('suggestTopics', everybody('allowed'), { prefix: 'asthma' }),
  onAll('terms', everybody('allowed'), { scheme: 'profession' }),
  onAll('topicsIn', everybody('allowed'), { text }),
  onAll('viewer', everybody('allowed')),
  onAll('declineReasons', everybody('allowed')),
  onAll('ndaUndertaking', everybody('allowed')),
  onAll('blindProblem', signedIn('allowed'), { text }),

  onId('academic', 'unclaimed', everybody('allowed')),
  onId('academic', 'own', everybody('allowed')),
  onId('academic', 'membersOnly', everybody('allowed', { nobody: 'NOT_FOUND' })),
  onId('academic', 'hidden', everybody('NOT_FOUND', { platform: 'allowed' })),
  onId('organisation', 'company', everybody('allowed')),
  onId('organisation', 'hiddenCompany', everybody('NOT_FOUND', { platform: 'allowed' })),
  onId('opportunity', 'brief', everybody('allowed')),
  onId('opportunity', 'blindBrief', everybody('allowed')),
  onId('opportunity', 'briefDraft', everybody('NOT_FOUND', { member: 'allowed', admin: 'allowed', office: 'allowed' })),
  onId('opportunity', 'ideaDraft', everybody('NOT_FOUND', { academic: 'allowed' })),

  onAll('myProfilePreview', only(['academic']), { level: 'public' }),
  onAll('myOpportunities', signedIn('allowed')),
  onAll('organisationsAwaitingVerification', platformOnly),

  row(
    'createAcademic',
    'their own',
    asInput(() => ({ ...key(), givenName: 'Ada', familyName: 'New', profession: 'nurse' })),
    signedIn('allowed', { academic: 'ALREADY_EXISTS' }),
  ),
  ...(['own', 'claimed', 'unclaimed'] as const).map((id) =>
    row(
      'updateAcademic',
      id,
      asInput(({ ids }) => ({ id: ids[id], version: 1, city: 'Leeds' })),
      signedIn('NOT_ALLOWED', id === 'own' ? { academic: 'allowed' } : {}),
    ),
  ),
  row(
    'updateAcademic',
    'hidden',
    asInput(({ ids }) => ({ id: ids.hidden, version: 1, city: 'Leeds' })),
    only([], { platform: 'NOT_ALLOWED' }),
  ),
  row(
    'registerOrganisation',
    'a new one',
    asInput(() => ({ ...key(), name: 'A new one', type: 'company' })),
    signedIn('allowed'),
  ),
  row(
    'updateOrganisation',
    'company',
    asInput(async ({ ids, versionOf }) => ({ id: ids.company, version: await versionOf('company'), city: 'Leeds' })),
    signedIn('NOT_ALLOWED', { admin: 'allowed', platform: 'allowed' }),
  ),
  row(
    'updateOrganisation',
    'hiddenCompany',
    asInput(({ ids }) => ({ id: ids.hiddenCompany, version: 1, city: 'Leeds' })),
    only(['platform']),
  ),
  onId(
    'setRequestPolicy',
    'company',
    signedIn('NOT_ALLOWED', { admin: 'allowed', office: 'allowed', platform: 'allowed' }),
    'organisationId',
    { policy: 'direct' },
  ),
  onId('verifyOrganisation', 'company', platformOnly, 'organisationId', { verification: 'revoked', evidence: text }),

  row(
    'createOpportunity',
    'for the company',
    asInput(({ ids }) => ({
      ...key(),
      organisationId: ids.company,
      opportunityType: 'consultancy',
      title: 'A new one',
    })),
    only(people),
  ),
  row(
    'createOpportunity',
    'as their own idea',
    asInput(() => ({ ...key(), opportunityType: 'consultancy', title: 'A new one' })),
    signedIn('BAD_INPUT', { academic: 'allowed' }),
  ),
  ...(['updateOpportunity', 'publishOpportunity', 'closeOpportunity'] as const).flatMap((operation) => {
    const variables =
      (id: 'brief' | 'briefDraft' | 'idea'): Variables =>
      async ({ ids, versionOf }) =>
        operation === 'updateOpportunity'
          ? { input: { id: ids[id], version: await versionOf(id), city: 'Leeds' } }
          : { id: ids[id] };
    const wrongState = operation === 'publishOpportunity' ? 'WRONG_STATE' : 'allowed';
    const draftClosed = operation === 'closeOpportunity' ? 'WRONG_STATE' : 'allowed';
    return [
      row(
        operation,
        'brief',
        variables('brief'),
        signedIn('NOT_ALLOWED', { member: wrongState, admin: wrongState, office: wrongState }),
      ),
      row(operation, 'idea', variables('idea'), signedIn('NOT_ALLOWED', { academic: wrongState })),
      row(
        operation,
        'briefDraft',
        variables('briefDraft'),
        only([], { member: draftClosed, admin: draftClosed, office: draftClosed }),
      ),
    ];
  }),
];

/** Who is shown how things fit. */
export const matchingRows: AccessRow[] = [
  ...(['brief', 'blindBrief', 'briefDraft'] as const).map((id) =>
    row(
      'match',
      `a profile and ${id}`,
      ({ ids }) => ({ a: { kind: 'academic', id: ids.unclaimed }, b: { kind: 'opportunity', id: ids[id] } }),
      id === 'briefDraft' ? only(people) : signedIn('allowed'),
    ),
  ),
  row(
    'match',
    'a hidden profile and the company',
    ({ ids }) => ({ a: { kind: 'organisation', id: ids.company }, b: { kind: 'academic', id: ids.hidden } }),
    only(['platform']),
  ),
  row(
    'matches',
    'own',
    ({ ids }) => ({ for: { kind: 'academic', id: ids.own }, first: 1 }),
    signedIn('NOT_ALLOWED', { academic: 'allowed', platform: 'allowed' }),
  ),
  row(
    'matches',
    'unclaimed',
    ({ ids }) => ({ for: { kind: 'academic', id: ids.unclaimed }, first: 1 }),
    signedIn('NOT_ALLOWED', { platform: 'allowed' }),
  ),
  row(
    'matches',
    'company',
    ({ ids }) => ({ for: { kind: 'organisation', id: ids.company }, first: 1 }),
    signedIn('NOT_ALLOWED', { member: 'allowed', admin: 'allowed', office: 'allowed', platform: 'allowed' }),
  ),
  row(
    'matches',
    'briefDraft',
    ({ ids }) => ({ for: { kind: 'opportunity', id: ids.briefDraft }, first: 1 }),
    only(people),
  ),
  row('matches', 'hidden', ({ ids }) => ({ for: { kind: 'academic', id: ids.hidden }, first: 1 }), only(['platform'])),
];
