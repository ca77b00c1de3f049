import type { Academic } from '#academics';
import type { Viewer } from '#accounts';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import { type Taxonomy, termOrCode } from '#taxonomy';
import { CollaborationRequest } from './request.entity.js';
import { hiddenName, hiddenOffice, type RequestParty } from './request.party.js';
import {
  actionsOf,
  knowsOffice,
  knowsSide,
  replyDue,
  roleOn,
  showsContact,
  sideOf,
  undoUntil,
} from './request.policy.js';
import type { RequestRow } from './request.queries.js';
import { openSideOf, openStates, type RequestSide } from './request.states.js';

/** The rows around requests that the viewer may see, by id; a map is empty where nobody reads it. */
export interface Around {
  academics: Map<string, Academic>;
  organisations: Map<string, Organisation>;
  opportunities: Map<string, Opportunity>;
}

const contactRuleAfter = (what: string) =>
  `How to reach each other is shown to the two sides once ${what}, and the first look is recorded.`;

/** How to reach the other side, in one sentence. */
export const contactRule = contactRuleAfter('the request is accepted');
const ndaContactRule = contactRuleAfter('the request is accepted and the NDA is signed');

const partyOf = (viewer: Viewer, row: RequestRow, side: RequestSide, around: Around): RequestParty => {
  const academicId = side === 'sender' ? row.senderAcademicId : row.receiverAcademicId;
  const organisationId = side === 'sender' ? row.senderOrganisationId : row.receiverOrganisationId;
  const mine = sideOf(viewer, row) === side;
  if (!knowsSide(viewer, row, side)) {
    return {
      kind: null,
      name: hiddenName(row.revealAfter),
      hidden: true,
      mine,
      person: null,
      academic: null,
      organisation: null,
    };
  }
  return {
    kind: academicId ? 'academic' : 'organisation',
    name: side === 'sender' ? row.senderName : row.receiverName,
    hidden: false,
    mine,
    person: academicId ? null : side === 'sender' ? row.senderPerson : row.receiverPerson,
    academic: (academicId && around.academics.get(academicId)) || null,
    organisation: (organisationId && around.organisations.get(organisationId)) || null,
  };
};

/** Which side signs an NDA before the other is shown, or has signed one; null where none is asked for. */
const ndaSide = ({ blind, revealAfter, state, ndaStored, opportunityOf }: RequestRow): RequestSide | null =>
  ndaStored || state === 'awaiting-nda' || (blind && revealAfter === 'nda' && state !== 'accepted')
    ? openSideOf(opportunityOf)
    : null;

/** A request as one person reads it; null where to them there is none. */
export const completeRequest = (
  viewer: Viewer,
  row: RequestRow,
  taxonomy: Taxonomy,
  around: Around,
): CollaborationRequest | null => {
  const role = roleOn(viewer, row);
  if (!role) return null;
  const type = termOrCode(taxonomy, 'engagement-type', row.typeCode);
  const news = role === 'sender' ? row.senderNews : role === 'receiver' ? row.receiverNews : 0;
  const actions = actionsOf(viewer, row);
  const open = openStates.some((state) => state === row.state);
  const ndaOf = ndaSide(row);
  const { startsOn, lengthMonths, fte, placeMode, funding, note } = row;
  const request = new CollaborationRequest();
  Object.assign(request, row, {
    role,
    type,
    sender: partyOf(viewer, row, 'sender', around),
    receiver: partyOf(viewer, row, 'receiver', around),
    opportunity: (row.opportunityId && around.opportunities.get(row.opportunityId)) || null,
    terms: { startsOn, lengthMonths, fte, placeMode, funding, note },
    mismatch: row.mismatchStored.map(({ facet, code }) => ({
      facet,
      code,
      label: taxonomy.term(facet, code)?.label ?? code,
    })),
    referred: row.referredFromId !== null,
    replyDue: replyDue(viewer, row),
    actions,
    undoUntil: actions.includes('undo') ? undoUntil(row) : null,
    openUntil: open ? row.expiresAt : null,
    news,
    unread: Math.max(0, news - (row.seen ?? 0)),
    archived: row.archivedAt !== null,
    offices: row.offices.map((office) => ({
      ...office,
      organisation: knowsOffice(viewer, row, office) ? office.organisation : hiddenOffice,
      decidedAt: office.decidedAt ? new Date(office.decidedAt) : null,
    })),
    showsContact: showsContact(viewer, row),
    contactRule: ndaOf ? ndaContactRule : contactRule,
    ndaOf,
    // Who has signed is between the two sides.
    nda:
      row.ndaStored && role !== 'office' ? { ...row.ndaStored, recordedAt: new Date(row.ndaStored.recordedAt) } : null,
  });
  return request;
};
