import type { Sql } from '#database';

/** Whose data it is: somebody with an account, a profile without one, or no more than an address. */
export interface Person {
  account: string | null;
  profile: string | null;
  email: string | null;
}

/** Writes :account, :profile and :email as the numbered parameters of one statement, after those it has already. */
export const bound = (sql: string, person: Person, before: readonly unknown[] = []): [string, unknown[]] => {
  const values = [...before];
  const places = new Map<string, string>();
  const text = sql.replace(/(?<!:):(account|profile|email)\b/g, (_, name: keyof Person) => {
    let place = places.get(name);
    if (!place) {
      values.push(person[name]);
      place = `$${values.length}::${name === 'email' ? 'citext' : 'uuid'}`;
      places.set(name, place);
    }
    return place;
  });
  return [text, values];
};

/** The person of an account; undefined where there is none. */
export const personOf = (sql: Sql, accountId: string): Promise<Person | undefined> =>
  sql.row<Person & Record<string, string | null>>(
    `SELECT h.id AS account, a.id AS profile, h.email FROM account_holder h LEFT JOIN academic a ON a.account_id = h.id
     WHERE h.id = $1`,
    [accountId],
  );

/** By what somebody is known in texts. */
export interface Marks {
  /** Struck out and looked for however they are written: addresses, whole names, identifiers. */
  any: string[];
  /** Struck out only where it is written just so: the family name, which may be a word. */
  exact: string[];
}

const calendarWords = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December'.split(
    ' ',
  ),
);

const lastWord = (name: string) => name.trim().split(/\s+/).at(-1) ?? '';

/** Every name, address and identifier that the platform knows of somebody. */
export const marksOf = async (sql: Sql, person: Person): Promise<Marks> => {
  const rows = await sql.rows<{ kind: 'name' | 'family' | 'other'; mark: string }>(
    ...bound(
      `SELECT kind, btrim(mark) AS mark FROM (
         SELECT 'other' AS kind, :email::text AS mark
         UNION SELECT 'name', name FROM account_holder WHERE id = :account
         UNION SELECT 'other', email FROM account_holder WHERE id = :account
         UNION SELECT 'other', work_email FROM account_claim WHERE account_id = :account
         UNION SELECT 'name', approver_name FROM sign_off WHERE approver_email = :email
         UNION SELECT m.kind, m.mark FROM academic a CROSS JOIN LATERAL (VALUES
           ('name', concat_ws(' ', a.given_name, a.family_name)), ('name', concat(a.family_name, ', ', a.given_name)),
           ('name', concat(left(a.given_name, 1), ' ', a.family_name)), ('name', concat(left(a.given_name, 1), '. ', a.family_name)),
           ('family', a.family_name), ('other', a.contact_email::text), ('other', a.orcid), ('other', a.registration_number)
         ) AS m (kind, mark) WHERE a.id = :profile
       ) known WHERE length(btrim(mark)) > 3`,
      person,
    ),
  );
  const named = (wanted: string) => rows.filter(({ kind }) => kind === wanted).map(({ mark }) => mark);
  const families = [
    ...named('family'),
    ...named('name')
      .filter((name) => !name.includes(','))
      .map(lastWord),
  ];
  return {
    any: [...new Set([...named('name'), ...named('other')])].sort((a, b) => b.length - a.length),
    exact: [...new Set(families)].filter((name) => name.length > 3 && !calendarWords.has(name)),
  };
};
