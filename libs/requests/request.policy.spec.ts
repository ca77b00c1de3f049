import { describe, expect, it } from '@jest/globals';
import { nobody, type OrganisationRole, type Viewer } from '#accounts';
import {
  actionsOf,
  hiddenSide,
  knowsOffice,
  knowsSide,
  replyDue,
  roleOn,
  type Standing,
  showsContact,
  undoUntil,
} from './request.policy.js';
import { requestStates } from './request.states.js';

const now = new Date('2026-06-01T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

/** Ada asks the company Novara; her university's office and Novara's own office must approve. */
const request = (changes: Partial<Standing> = {}): Standing => ({
  senderAcademicId: 'ada',
  senderOrganisationId: null,
  receiverAcademicId: null,
  receiverOrganisationId: 'novara',
  opportunityOf: null,
  mayBeReferred: true,
  state: 'delivered',
  previousState: 'draft',
  deliveredAt: minutesAgo(60),
  decidedAt: null,
  blind: false,
  senderVerified: true,
  receiverVerified: true,
  decisionSeen: false,
  offices: [
    { organisationId: 'university', side: 'sender', duty: 'approves', decision: null },
    { organisationId: 'novara', side: 'receiver', duty: 'approves', decision: null },
  ],
  ...changes,
});

const person = (changes: Partial<Viewer>): Viewer => ({ ...nobody, accountId: 'account', sessionId: 's', ...changes });
const of = (organisationId: string, role: OrganisationRole) => person({ memberships: [{ organisationId, role }] });
const people = {
  ada: person({ academicId: 'ada' }),
  member: of('novara', 'member'),
  novaraOffice: of('novara', 'office'),
  university: of('university', 'admin'),
  universityMember: of('university', 'member'),
  stranger: person({ academicId: 'eve', memberships: [{ organisationId: 'other', role: 'admin' }] }),
  platformAdmin: person({ platformRole: 'platform-admin' }),
  nobody,
};

describe('what people are to a request', () => {
  it.each([
    ['ada', 'sender', 'sender'],
    ['member', null, 'receiver'],
    ['novaraOffice', 'office', 'receiver'],
    ['university', 'office', 'office'],
    ['universityMember', null, null],
    ['stranger', null, null],
    ['platformAdmin', null, null],
    ['nobody', null, null],
  ] as const)('%s: %s before it is delivered, %s after', (who, before, after) => {
    const review = request({ state: 'office-review', deliveredAt: null });
    expect([roleOn(people[who], review), roleOn(people[who], request())]).toEqual([before, after]);
  });

  it('is their own side first, where somebody is in an organisation of the other as well', () => {
    const both = person({ academicId: 'ada', memberships: [{ organisationId: 'novara', role: 'admin' }] });
    expect(roleOn(both, request())).toBe('sender');
  });
});

describe('what people may do', () => {
  const review = { deliveredAt: null };
  const decided = { decidedAt: minutesAgo(3), previousState: 'delivered' as const };
  const hides = {
    sender: { blind: true, opportunityOf: 'sender' as const },
    receiver: { blind: true, opportunityOf: 'receiver' as const },
  };
  const table: [keyof typeof people, Standing, string][] = [
    ['ada', request({ state: 'office-review', ...review }), 'withdraw'],
    ['member', request({ state: 'office-review', ...review }), ''],
    ['novaraOffice', request({ state: 'office-review', ...review }), 'approve refuse'],
    ['university', request({ state: 'office-review', ...review }), 'approve refuse'],
    ['ada', request(), 'withdraw write'],
    ['member', request(), 'accept decline ask refer write'],
    ['university', request(), ''],
    ['stranger', request(), ''],
    ['nobody', request(), ''],
    ['platformAdmin', request(), ''],
    ['member', request({ mayBeReferred: false }), 'accept decline ask write'],
    ['member', request({ opportunityOf: 'receiver' }), 'accept decline ask write'],
    ['member', request({ opportunityOf: 'sender' }), 'accept decline ask refer write'],
    ['member', request({ receiverVerified: false }), ''],
    ['member', request({ senderVerified: false }), 'decline ask refer write'],
    ['ada', request({ senderVerified: false }), 'withdraw'],
    ['ada', request({ state: 'asked' }), 'answer withdraw write'],
    ['member', request({ state: 'asked' }), 'accept decline refer write'],
    ['ada', request({ state: 'accepted', ...decided }), 'write'],
    ['member', request({ state: 'accepted', ...decided }), 'undo write'],
    ['member', request({ state: 'accepted', ...decided, decidedAt: minutesAgo(11) }), 'write'],
    ['member', request({ state: 'accepted', ...decided, decisionSeen: true }), 'write'],
    ['member', request({ state: 'accepted', ...decided, blind: true, opportunityOf: 'receiver' }), 'write'],
    ['member', request({ state: 'awaiting-nda', ...decided, ...hides.receiver }), 'decline undo write'],
    ['ada', request({ state: 'awaiting-nda', ...decided, ...hides.receiver }), 'sign withdraw write'],
    [
      'ada',
      request({ state: 'awaiting-nda', ...decided, ...hides.receiver, receiverVerified: false }),
      'withdraw write',
    ],
    ['member', request({ state: 'awaiting-nda', ...decided, ...hides.sender }), 'sign decline undo write'],
    [
      'member',
      request({ state: 'awaiting-nda', ...decided, ...hides.sender, decisionSeen: true }),
      'sign decline write',
    ],
    ['ada', request({ state: 'awaiting-nda', ...decided, ...hides.sender }), 'withdraw write'],
    ['university', request({ state: 'awaiting-nda', ...decided, ...hides.receiver }), ''],
    ['member', request({ state: 'accepted', ...decided, ...hides.sender, previousState: 'awaiting-nda' }), 'write'],
    ['member', request({ state: 'accepted', ...decided, previousState: 'awaiting-nda' }), 'write'],
    ['member', request({ state: 'declined', ...decided, ...hides.sender, previousState: 'awaiting-nda' }), 'undo'],
    ['member', request({ state: 'declined', ...decided }), 'undo'],
    ['member', request({ state: 'declined', ...decided, blind: true, opportunityOf: 'receiver' }), 'undo'],
    ['ada', request({ state: 'declined', ...decided }), ''],
    ...(['referred', 'withdrawn', 'expired', 'refused'] as const).flatMap((state) =>
      (['ada', 'member', 'university'] as const).map((who): [keyof typeof people, Standing, string] => [
        who,
        request({ state }),
        '',
      ]),
    ),
  ];
  it.each(table)('%s of %o: %s', (who, standing, actions) => {
    expect(actionsOf(people[who], standing, now).join(' ')).toBe(actions);
  });

  it('waits for the receiver, then for whoever was asked, and for offices while they review', () => {
    const due = (standing: Standing) =>
      Object.entries(people).flatMap(([name, viewer]) => (replyDue(viewer, standing) ? name : []));
    expect(due(request())).toEqual(['member', 'novaraOffice']);
    expect(due(request({ state: 'asked' }))).toEqual(['ada']);
    expect(due(request({ state: 'awaiting-nda', opportunityOf: 'receiver' }))).toEqual(['ada']);
    expect(due(request({ state: 'awaiting-nda', opportunityOf: 'sender' }))).toEqual(['member', 'novaraOffice']);
    expect(due(request({ state: 'office-review', deliveredAt: null }))).toEqual(['novaraOffice', 'university']);
    expect(due(request({ state: 'accepted' }))).toEqual([]);
  });
});

describe('who is hidden from whom', () => {
  const blind = request({ blind: true, opportunityOf: 'receiver' });

  it.each(requestStates)('the side behind a blind brief is hidden unless it is accepted: %s', (state) => {
    expect(hiddenSide({ ...blind, state })).toBe(state === 'accepted' ? null : 'receiver');
    expect(knowsSide(people.ada, { ...blind, state }, 'receiver')).toBe(state === 'accepted');
    expect(knowsSide(people.university, { ...blind, state }, 'receiver')).toBe(state === 'accepted');
    expect(knowsSide(people.member, { ...blind, state }, 'receiver')).toBe(true);
    expect(knowsSide(people.member, { ...blind, state }, 'sender')).toBe(true);
  });

  it('an office is known to its own side, and to the other only where it is the side itself', () => {
    const [theirs, own] = [request().offices[0], request().offices[1]];
    if (!theirs || !own) throw new Error('There are two offices');
    const knows = (viewer: Viewer, standing: Standing) =>
      [theirs, own].map((office) => knowsOffice(viewer, standing, office));
    expect(knows(people.ada, request())).toEqual([true, true]);
    expect(knows(people.member, request())).toEqual([false, true]);
    expect(knows(people.university, request())).toEqual([true, true]);
    expect(knows(people.ada, blind)).toEqual([true, false]);
  });
});

it('contacts are shown to the two sides of an accepted request, both verified, and to no office', () => {
  const accepted = request({ state: 'accepted' });
  const shownTo = (standing: Standing) =>
    Object.entries(people).flatMap(([name, viewer]) => (showsContact(viewer, standing) ? name : []));
  expect(shownTo(accepted)).toEqual(['ada', 'member', 'novaraOffice']);
  for (const state of requestStates) if (state !== 'accepted') expect(shownTo({ ...accepted, state })).toEqual([]);
  expect(shownTo({ ...accepted, receiverVerified: false })).toEqual([]);
  expect(shownTo({ ...accepted, senderVerified: false })).toEqual([]);
});

it('a decision may be taken back for ten minutes', () => {
  const decided = request({ state: 'declined', previousState: 'asked', decidedAt: now });
  expect(undoUntil(decided)).toEqual(minutesAgo(-10));
  expect(undoUntil(request({ state: 'referred', previousState: 'delivered', decidedAt: now }))).toBeNull();
});
