import { randomUUID } from 'node:crypto';
import type { Tx } from '#database';
import { type Found, type Outcome, outcomeOf } from './batch.outcome.js';
import { type Column, insertInto, rowsOf, updateOf } from './merge.statements.js';
import type { OpportunityRecord } from './records.js';

const columns: Column[] = [
  { name: 'side', type: 'text', merging: 'value' },
  { name: 'organisation_id', type: 'uuid', merging: 'value' },
  { name: 'academic_id', type: 'uuid', merging: 'value' },
  { name: 'opportunity_type', type: 'text', merging: 'value' },
  { name: 'title', type: 'text', merging: 'value' },
  { name: 'summary', type: 'text', merging: 'words' },
  { name: 'text', type: 'text', merging: 'words' },
  { name: 'topics', type: 'text[]', merging: 'list' },
  { name: 'sectors', type: 'text[]', merging: 'list' },
  { name: 'professions', type: 'text[]', merging: 'list' },
  { name: 'career_stages', type: 'text[]', merging: 'list' },
  { name: 'engagement_types', type: 'text[]', merging: 'list' },
  { name: 'must_have', type: 'jsonb', merging: 'value' },
  { name: 'nice_to_have', type: 'jsonb', merging: 'value' },
  { name: 'exclude', type: 'jsonb', merging: 'value' },
  { name: 'starts_on', type: 'date', merging: 'value' },
  { name: 'length_months', type: 'int', merging: 'value' },
  { name: 'fte', type: 'real', merging: 'value' },
  { name: 'place_mode', type: 'text', merging: 'value' },
  { name: 'city', type: 'text', merging: 'value' },
  { name: 'region', type: 'text', merging: 'value' },
  { name: 'nation', type: 'text', merging: 'value' },
  { name: 'funding', type: 'text', merging: 'value' },
  { name: 'deadline', type: 'date', merging: 'value' },
  { name: 'blind', type: 'boolean', merging: 'value' },
];

const rowOf = (record: OpportunityRecord, ownerId: string, id: string) => ({
  id,
  adding: false,
  source: record.source,
  source_key: record.sourceKey,
  side: record.side,
  organisation_id: record.side === 'company' ? ownerId : undefined,
  academic_id: record.side === 'academic' ? ownerId : undefined,
  opportunity_type: record.opportunityType,
  title: record.title,
  summary: record.summary,
  text: record.text,
  topics: record.topics,
  sectors: record.sectors,
  professions: record.professions,
  career_stages: record.careerStages,
  engagement_types: record.engagementTypes,
  must_have: record.mustHave ?? [],
  nice_to_have: record.niceToHave ?? [],
  exclude: record.exclude ?? [],
  starts_on: record.startsOn,
  length_months: record.lengthMonths,
  fte: record.fte,
  place_mode: record.placeMode,
  city: record.city,
  region: record.region,
  nation: record.nation,
  funding: record.funding,
  deadline: record.deadline,
  blind: record.blind ?? false,
  state: record.state,
  published_at: record.state === 'draft' ? undefined : new Date().toISOString(),
});

const insert = insertInto('opportunity', columns, [
  { name: 'state', type: 'text', merging: 'value' },
  { name: 'published_at', type: 'timestamptz', merging: 'value' },
]);
const update = updateOf('opportunity', columns);
/** What has expired or was closed by its owner is not opened again by a file that still says published. */
const move = `UPDATE opportunity o SET state = r.state, published_at = coalesce(o.published_at, r.published_at)
  FROM ${rowsOf([
    { name: 'id', type: 'uuid' },
    { name: 'state', type: 'text' },
    { name: 'published_at', type: 'timestamptz' },
  ])}
  WHERE o.id = r.id AND (o.state, r.state) IN (('draft', 'published'), ('draft', 'closed'), ('published', 'closed'))
  RETURNING o.id`;
const find = `SELECT r.place, o.id, o.created_at >= $2 AS fresh, false AS "foreign",
    EXISTS (SELECT 1 FROM academic a WHERE a.id = o.academic_id AND a.account_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM account_membership m WHERE m.organisation_id = o.organisation_id) AS claimed
  FROM ${rowsOf([
    { name: 'place', type: 'int' },
    { name: 'source', type: 'text' },
    { name: 'source_key', type: 'text' },
  ])}
  JOIN opportunity o ON o.source = r.source AND o.source_key = r.source_key FOR UPDATE OF o`;

/** Writes opportunities, and tells what became of each. What a claimed owner already has is the owner's alone. */
export const writeOpportunities = async (
  tx: Tx,
  records: readonly OpportunityRecord[],
  ownerOf: (record: OpportunityRecord) => string,
  startedAt: Date,
): Promise<Outcome[]> => {
  const sought = records.map(({ source, sourceKey }, place) => ({ place, source, source_key: sourceKey }));
  const matches = new Map<number, Found>();
  for (const row of await tx.rows<Found & { place: number }>(find, [JSON.stringify(sought), startedAt])) {
    matches.set(row.place, row);
  }
  const outcomes: Outcome[] = records.map((_, place) => (matches.get(place)?.claimed ? 'claimed' : 'added'));
  const rows = records.map((record, place) => rowOf(record, ownerOf(record), matches.get(place)?.id ?? randomUUID()));
  const added = rows.filter((_, place) => !matches.has(place));
  const changing = rows.filter((_, place) => matches.get(place)?.claimed === false);
  if (added.length > 0) await tx.affected(insert, [JSON.stringify(added)]);
  const written = new Set<string>();
  if (changing.length > 0) {
    for (const sql of [update, move]) {
      for (const { id } of await tx.rows<{ id: string }>(sql, [JSON.stringify(changing)])) written.add(id);
    }
  }
  for (const [place, match] of matches) outcomes[place] = outcomeOf(match, written.has(match.id));
  return outcomes;
};
