import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#database';
import { demonstrationBlindRequest, demonstrationSource } from '#demonstration';
import { RequestAnswering, RequestSending } from '#requests';
import { viewerOf } from './demonstration.collaboration.js';

const none: ReadonlySet<string> = new Set();

/** One request about a blind brief, to which its company has said yes: it waits for the academic to sign the NDA. */
export const waitForNda = async (app: INestApplicationContext): Promise<void> => {
  const database = app.get(Database);
  const { type, reason, accepted, ...who } = demonstrationBlindRequest;
  const academic = await viewerOf(database, who.academic);
  const company = await viewerOf(database, who.company);
  // Accounts are opened once for a state folder: with another database they may not be there.
  if (!academic || !company) return;
  const brief = await database.row<{ id: string }>(
    'SELECT id FROM opportunity WHERE source = $1 AND source_key = $2 AND blind',
    [demonstrationSource, who.opportunity],
  );
  if (!brief) throw new Error('The demonstration directory is incomplete');
  const sent = await app.get(RequestSending).send(
    academic,
    {
      opportunityId: brief.id,
      type,
      reason,
      acknowledgeMismatch: true,
      mayBeReferred: false,
      idempotencyKey: 'demonstration-blind-request',
    },
    none,
  );
  if ('problems' in sent) throw new Error(sent.problems.map(({ message }) => message).join(' '));
  await app.get(RequestAnswering).accept(company, sent.request.id, accepted, none);
};
