import { Field, ID, ObjectType } from '@nestjs/graphql';
import { academicName } from '#academics';
import type { Sql } from '#database';

/** Somebody that you meet, as a signed-in person may know them. */
@ObjectType({ description: 'Somebody that you meet, as you may know them.' })
export class MeetingPerson {
  accountId: string;

  @Field()
  name: string;

  @Field(() => ID, { nullable: true, description: 'Their profile, unless they hide it.' })
  academicId: string | null;

  @Field(() => ID, { nullable: true, description: 'Of somebody without a profile: their organisation.' })
  organisationId: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that organisation.' })
  organisation: string | null;
}

/**
 * The people behind accounts, in one statement. A hidden profile is not named, nor an organisation that is hidden or that
 * nobody has verified.
 */
export const peopleOf = async (sql: Sql, accountIds: readonly string[]): Promise<Map<string, MeetingPerson>> => {
  if (accountIds.length === 0) return new Map();
  const rows = await sql.rows<MeetingPerson>(
    `SELECT h.id AS "accountId",
       coalesce(nullif(${academicName('a')}, ''), h.name) AS name,
       CASE WHEN a.visibility <> 'hidden' THEN a.id END AS "academicId",
       o.id AS "organisationId", o.name AS organisation
     FROM account_holder h
     LEFT JOIN academic a ON a.account_id = h.id
     LEFT JOIN LATERAL (
       SELECT g.id, g.name FROM account_membership m JOIN organisation g ON g.id = m.organisation_id
       WHERE m.account_id = h.id AND a.id IS NULL AND g.visibility <> 'hidden' AND g.verification = 'verified' ORDER BY m.created_at, m.id LIMIT 1
     ) o ON true
     WHERE h.id = ANY($1::uuid[])`,
    [[...new Set(accountIds)]],
  );
  return new Map(rows.map((row) => [row.accountId, Object.assign(new MeetingPerson(), row)]));
};
