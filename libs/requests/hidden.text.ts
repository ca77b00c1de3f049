import type { Sql } from '#database';
import { badInput } from '#graphql';
import { blindProblem } from '#opportunities';
import { tellingNames } from './sending.queries.js';

/** Refuses what somebody on a hidden side writes, where it would give away who they are. */
export const refuseTelling = async (
  sql: Sql,
  sideId: string,
  accountId: string,
  texts: Record<string, string | null | undefined>,
) => {
  const names = await tellingNames(sql, sideId, accountId);
  for (const [field, text] of Object.entries(texts)) {
    const found = text ? blindProblem(text, names) : null;
    if (found) {
      throw badInput(
        field,
        `while it is hidden who is behind the brief, it must not hold ${found.kind}: "${found.found}".`,
        'Take it out; you can say it once the request is accepted.',
      );
    }
  }
};
