import type { Sql } from '#database';
import { declarationRules, type EvidenceKind, interestTerms } from './declaration.rules.js';

/** One thing that points to an interest in an organisation. */
export interface FoundEvidence {
  organisationId: string;
  name: string;
  kind: EvidenceKind;
  /** The text in which the organisation is named, the title of a work, or a code. */
  detail: string;
  /** What else there is to say: the amount in pence, the kind of work. */
  more: string | null;
  day: string | null;
  /** The name as it stands in the text. */
  mention: string | null;
}

/** Words between single spaces, so that a name is found as a whole word and in its own letters. */
const words = (text: string) => `' ' || regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g') || ' '`;

/** $1 the account, $2 the situations that last, $3 the legal forms at the end of names, $4 the shortest name looked for. */
const evidenceSql = `
  WITH me AS MATERIALIZED (
    SELECT a.id, a.industry_experience, ${words('a.industry_experience')} AS experience,
      (SELECT ${words(`coalesce(string_agg(w.title || ' ' || w.abstract, ' '), '')`)}
       FROM academic_work w WHERE w.academic_id = a.id AND w.kind IN ('trial', 'product')) AS works
    FROM academic a WHERE a.account_id = $1
  ), named AS MATERIALIZED (
    SELECT o.id, n.name AS mention,
      ' ' || trim(regexp_replace(regexp_replace(n.name, '[^[:alnum:]]+', ' ', 'g'), '( (' || $3 || '))+ *$', '', 'i')) || ' ' AS words
    FROM organisation o, unnest(o.name || o.aliases) AS n(name)
    WHERE o.type = 'company' AND o.visibility <> 'hidden'
      AND EXISTS (SELECT FROM me WHERE me.experience <> '  ' OR me.works <> '  ')
  ), found AS (
    SELECT n.id AS organisation_id, 'industry-experience' AS kind, me.industry_experience AS detail, NULL AS more,
      NULL::date AS day, trim(n.words) AS mention
    FROM me JOIN named n ON length(n.words) >= $4 + 2 AND strpos(me.experience, n.words) > 0
    UNION ALL
    SELECT n.id, 'work', w.title, w.kind, make_date(w.year, 1, 1), trim(n.words)
    FROM me JOIN named n ON length(n.words) >= $4 + 2 AND strpos(me.works, n.words) > 0
    JOIN academic_work w ON w.academic_id = me.id AND w.kind IN ('trial', 'product')
      AND strpos(${words(`w.title || ' ' || w.abstract`)}, n.words) > 0
    UNION ALL
    SELECT t.organisation_id, 'transfer', t.category, t.amount_pence::text, t.paid_on, NULL
    FROM me JOIN transfer_of_value t ON t.academic_id = me.id
    WHERE t.amount_pence > 0 AND t.state <> 'disputed'
    UNION ALL
    SELECT d.organisation_id, 'declared-before', d.situation, NULL, d.ends_on, NULL
    FROM interest_declaration d
    WHERE d.account_id = $1 AND d.state = 'ended' AND d.situation = ANY($2) AND d.organisation_id IS NOT NULL
    UNION ALL
    SELECT o.id, 'collaboration', '', NULL, c.created_at::date, NULL
    FROM collaboration c JOIN organisation o ON o.id IN (c.sender_organisation_id, c.receiver_organisation_id) AND o.type = 'company'
    WHERE c.state <> 'withdrawn'
      AND (c.sender_academic_id IN (SELECT id FROM me) OR c.receiver_academic_id IN (SELECT id FROM me))
    UNION ALL
    SELECT o.id, 'collaboration', '', NULL, r.decided_at::date, NULL
    FROM collaboration_request r JOIN organisation o ON o.id IN (r.sender_organisation_id, r.receiver_organisation_id) AND o.type = 'company'
    WHERE r.state = 'accepted' AND NOT EXISTS (SELECT FROM collaboration c WHERE c.request_id = r.id)
      AND (r.sender_academic_id IN (SELECT id FROM me) OR r.receiver_academic_id IN (SELECT id FROM me))
  )
  SELECT DISTINCT ON (o.name, o.id, f.kind) o.id AS "organisationId", o.name, f.kind, f.detail, f.more, f.day, f.mention
  FROM found f JOIN organisation o ON o.id = f.organisation_id
  WHERE NOT EXISTS (SELECT FROM interest_declaration d
      WHERE d.account_id = $1 AND d.organisation_id = o.id AND d.state = 'current')
    AND NOT EXISTS (SELECT FROM interest_dismissal s
      WHERE s.account_id = $1 AND s.organisation_id = o.id AND s.kind = f.kind)
  ORDER BY o.name, o.id, f.kind, f.day DESC NULLS LAST
  LIMIT 200`;

/** What points to interests that somebody has not declared, by the organisation's name; one of each kind. */
export const evidenceFor = (sql: Sql, accountId: string): Promise<FoundEvidence[]> =>
  sql.rows<FoundEvidence>(evidenceSql, [
    accountId,
    interestTerms.situations.filter(({ lasting }) => lasting).map(({ code }) => code),
    declarationRules.legalForms.join('|'),
    declarationRules.shortestNameFound,
  ]);

/** Keeps why these are no interest, so that nobody is asked again. */
export const dismiss = (
  sql: Sql,
  accountId: string,
  organisationId: string,
  kinds: readonly EvidenceKind[],
  reason: string,
) =>
  sql.affected(
    `INSERT INTO interest_dismissal (account_id, organisation_id, kind, reason)
     SELECT $1, $2, kind, $4 FROM unnest($3::text[]) AS kind ON CONFLICT DO NOTHING`,
    [accountId, organisationId, kinds, reason],
  );
