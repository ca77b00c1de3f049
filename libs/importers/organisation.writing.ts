import { randomUUID } from 'node:crypto';
import type { Tx } from '#database';
import { slugOf } from '#organisations';
import { type Found, keyOf, type Outcome, outcomeOf } from './batch.outcome.js';
import { type Column, insertInto, rowsOf, updateOf } from './merge.statements.js';
import type { OrganisationRecord } from './records.js';

const columns: Column[] = [
  { name: 'name', type: 'text', merging: 'value' },
  { name: 'aliases', type: 'text[]', merging: 'growing' },
  { name: 'type', type: 'text', merging: 'guess' },
  { name: 'sector', type: 'text', merging: 'value' },
  { name: 'segment', type: 'text', merging: 'value' },
  { name: 'summary', type: 'text', merging: 'words' },
  { name: 'looking_for', type: 'text', merging: 'words' },
  { name: 'topics', type: 'text[]', merging: 'growing' },
  { name: 'engagement_types', type: 'text[]', merging: 'list' },
  { name: 'size', type: 'text', merging: 'value' },
  { name: 'city', type: 'text', merging: 'value' },
  { name: 'region', type: 'text', merging: 'value' },
  { name: 'nation', type: 'text', merging: 'value' },
  { name: 'country', type: 'text', merging: 'value' },
  { name: 'ror_id', type: 'text', merging: 'value' },
  { name: 'register_number', type: 'text', merging: 'value' },
  { name: 'website', type: 'text', merging: 'value' },
  // Who has an address at one of these can prove to work there: a domain that is gone must go.
  { name: 'email_domains', type: 'text[]', merging: 'settled' },
  { name: 'established', type: 'integer', merging: 'value' },
];

interface OrganisationMatch extends Found {
  /** known by its name alone until now */
  takenOver: boolean;
}

const rowOf = (record: OrganisationRecord, id: string, adding: boolean) => ({
  id,
  adding,
  slug: slugOf(record.name),
  source: record.source,
  source_key: record.sourceKey,
  name: record.name,
  aliases: record.aliases,
  type: record.type,
  sector: record.sector,
  segment: record.segment,
  summary: record.summary,
  looking_for: record.lookingFor,
  topics: record.topics,
  engagement_types: record.engagementTypes,
  size: record.size,
  city: record.city,
  region: record.region,
  nation: record.nation,
  country: record.country,
  ror_id: record.rorId,
  register_number: record.registerNumber,
  website: record.website,
  email_domains: record.emailDomains,
  established: record.established,
});

type Row = ReturnType<typeof rowOf>;

/** ROR knows more of an organisation than a register that has no identifiers: the row becomes its. */
const takeOver = `UPDATE organisation o SET source = r.source, source_key = r.source_key
  FROM ${rowsOf([
    { name: 'id', type: 'uuid' },
    { name: 'source', type: 'text' },
    { name: 'source_key', type: 'text' },
  ])} WHERE o.id = r.id`;
const insert = insertInto('organisation', columns, [{ name: 'slug', type: 'text', merging: 'value' }]);
const update = updateOf('organisation', columns);

/** An organisation is claimed once somebody acts for it, or its identity was checked. */
const found = `o.id, o.created_at >= $2 AS fresh, o.source <> r.source AS "foreign",
  o.source = 'clinicaltrials' AND r.source = 'ror' AS "takenOver",
  o.verification <> 'unverified' OR EXISTS (SELECT 1 FROM account_membership m WHERE m.organisation_id = o.id) AS claimed`;
const sought = rowsOf([
  { name: 'place', type: 'int' },
  { name: 'source', type: 'text' },
  { name: 'source_key', type: 'text' },
  { name: 'ror_id', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'country', type: 'text' },
]);
const byKey = `SELECT r.place, ${found} FROM ${sought}
  JOIN organisation o ON o.source = r.source AND o.source_key = r.source_key FOR UPDATE OF o`;
const byRorId = `SELECT r.place, ${found} FROM ${sought} JOIN organisation o ON o.ror_id = r.ror_id FOR UPDATE OF o`;
/**
 * ClinicalTrials.gov knows organisations by name alone. One of ROR with the same name is the same organisation, where
 * no other has that name and the countries do not differ.
 */
const byName = `SELECT r.place, ${found} FROM ${sought}
  JOIN organisation o ON organisation_name_key(o.name) = organisation_name_key(r.name)
    AND (o.country = r.country OR o.country IS NULL OR r.country IS NULL)
    AND (r.source = 'clinicaltrials' AND o.source IN ('ror', 'clinicaltrials') AND o.ror_id IS NOT NULL
      OR r.source = 'ror' AND o.source = 'clinicaltrials' AND o.ror_id IS NULL) FOR UPDATE OF o`;

/** The rows that the records stand for: their own, that of the same ROR identifier, or that of the same name. */
const find = async (tx: Tx, records: readonly OrganisationRecord[], startedAt: Date) => {
  const matches = new Map<number, OrganisationMatch>();
  const search = async (sql: string, wanted: (record: OrganisationRecord) => boolean) => {
    const rows = records
      .map((record, place) => ({ ...rowOf(record, '', false), id: undefined, place }))
      .filter((_, place) => !matches.has(place) && wanted(records[place] as OrganisationRecord));
    if (rows.length === 0) return;
    const several = new Set<number>();
    const taken = new Map<string, number>();
    for (const row of await tx.rows<OrganisationMatch & { place: number }>(sql, [JSON.stringify(rows), startedAt])) {
      if (matches.has(row.place)) several.add(row.place);
      matches.set(row.place, row);
      // Two organisations of ROR with the name of one row: which of them it is, the name does not tell.
      const other = row.takenOver ? taken.get(row.id) : undefined;
      if (other !== undefined) several.add(other).add(row.place);
      taken.set(row.id, row.place);
    }
    for (const place of several) matches.delete(place);
  };
  await search(byKey, () => true);
  await search(byRorId, ({ rorId }) => rorId !== undefined);
  await search(byName, ({ source }) => source === 'ror' || source === 'clinicaltrials');
  return matches;
};

const isOthers = ({ foreign, takenOver }: OrganisationMatch) => foreign && !takenOver;

/** Writes organisations, and tells what became of each and which row it is. */
export const writeOrganisations = async (
  tx: Tx,
  records: readonly OrganisationRecord[],
  startedAt: Date,
): Promise<{ outcomes: Outcome[]; ids: Map<string, string> }> => {
  const matches = await find(tx, records, startedAt);
  const ids = new Map<string, string>();
  const outcomes: Outcome[] = [];
  const added: Row[] = [];
  const updates: { place: number; row: Row; match: OrganisationMatch }[] = [];
  records.forEach((record, place) => {
    const match = matches.get(place);
    const id = match?.id ?? randomUUID();
    ids.set(keyOf(record), id);
    if (!match) {
      added.push(rowOf(record, id, false));
      outcomes[place] = 'added';
    } else if (match.claimed) outcomes[place] = 'claimed';
    else updates.push({ place, match, row: rowOf(record, id, record.extent === 'part' || isOthers(match)) });
  });
  const taken = updates.filter(({ match }) => match.takenOver).map(({ row }) => row);
  if (taken.length > 0) await tx.affected(takeOver, [JSON.stringify(taken)]);
  if (added.length > 0) await tx.affected(insert, [JSON.stringify(added)]);
  // Two names of a register may be one organisation of ROR; a statement changes a row only once.
  for (let rest = updates; rest.length > 0; ) {
    const now = rest.filter(({ row }, at) => rest.findIndex((other) => other.row.id === row.id) === at);
    const rows = await tx.rows<{ id: string }>(update, [JSON.stringify(now.map(({ row }) => row))]);
    const written = new Set(rows.map(({ id }) => id));
    for (const { place, match } of now) outcomes[place] = outcomeOf(match, written.has(match.id));
    rest = rest.filter((one) => !now.includes(one));
  }
  return { outcomes, ids };
};
