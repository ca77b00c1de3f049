import type { INestApplicationContext } from '@nestjs/common';
import { type Membership, nobody, type Viewer } from '#accounts';
import { CollaborationService, CollaborationTerms } from '#collaborations';
import { Database } from '#database';
import { demonstrationCollaboration, demonstrationSource } from '#demonstration';
import { RequestAnswering, RequestSending } from '#requests';

const none: ReadonlySet<string> = new Set();

/**
 * One piece of work between two of the demonstration accounts, as far as governance. They do it themselves, by the services
 * that the pages use: what a newcomer finds is what anybody would have got.
 */
export const beginCollaboration = async (app: INestApplicationContext): Promise<void> => {
  const database = app.get(Database);
  const { reason, lengthMonths, terms, accepted, goesOn, ...who } = demonstrationCollaboration;
  const academic = await viewerOf(database, who.academic);
  const company = await viewerOf(database, who.company);
  // Accounts are opened once for a state folder: with another database they may not be there.
  if (!academic || !company) return;
  const [membership] = company.memberships;
  const opportunity = await database.row<{ id: string; startsOn: string }>(
    'SELECT id, starts_on AS "startsOn" FROM opportunity WHERE source = $1 AND source_key = $2',
    [demonstrationSource, who.opportunity],
  );
  if (!opportunity || !membership || !academic.academicId) throw new Error('The demonstration directory is incomplete');
  const sent = await app.get(RequestSending).send(
    company,
    {
      toAcademicId: academic.academicId,
      asOrganisationId: membership.organisationId,
      opportunityId: opportunity.id,
      type: terms.type,
      reason,
      terms: { startsOn: opportunity.startsOn, lengthMonths, fte: terms.fte, placeMode: terms.placeMode },
      acknowledgeMismatch: true,
      mayBeReferred: false,
      idempotencyKey: 'demonstration-request',
    },
    none,
  );
  if ('problems' in sent) throw new Error(sent.problems.map(({ message }) => message).join(' '));
  await app.get(RequestAnswering).accept(academic, sent.request.id, accepted, none);
  const begun = await database.row<{ id: string; endsOn: string }>(
    `SELECT c.id, t.ends_on AS "endsOn" FROM collaboration c
     JOIN engagement_terms t ON t.collaboration_id = c.id AND t.number = c.terms_number WHERE c.request_id = $1`,
    [sent.request.id],
  );
  if (!begun) throw new Error('The demonstration request began no collaboration');
  const { id, endsOn } = begun;
  const days = { startsOn: opportunity.startsOn, endsOn };
  await app.get(CollaborationTerms).change(academic, id, 1, { ...terms, ...days });
  await app.get(CollaborationService).move(company, id, 'start-governance', goesOn);
};

/** The owner of an account, as if signed in; null where there is none. */
export const viewerOf = async (database: Database, email: string): Promise<Viewer | null> => {
  const row = await database.row<{ id: string; name: string; academicId: string | null; memberships: Membership[] }>(
    `SELECT h.id, h.name, a.id AS "academicId", coalesce((SELECT json_agg(json_build_object(
       'organisationId', m.organisation_id, 'role', m.role)) FROM account_membership m WHERE m.account_id = h.id), '[]') AS memberships
     FROM account_holder h LEFT JOIN academic a ON a.account_id = h.id WHERE h.email = $1`,
    [email],
  );
  if (!row) return null;
  const { id, ...known } = row;
  return { ...nobody, ...known, accountId: id, sessionId: 'demonstration', email, emailVerified: true };
};
