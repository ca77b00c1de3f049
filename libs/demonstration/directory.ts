import type { DirectoryRecord } from '#importers';
import { academicRecord } from './academics/academic.js';
import { Cast } from './academics/persona.js';
import { firms, people, writtenOpportunities } from './casting.js';
import { type Candidate, candidateOf } from './opportunities/criteria.js';
import { opportunitiesOf } from './opportunities/opportunities.js';
import { companiesOf } from './organisations/companies.js';
import { companyRecord } from './organisations/company.js';
import { institutionRecord, institutionsOf } from './organisations/institutions.js';

export interface DirectorySettings {
  /** the same seed gives the same directory, whatever the day */
  seed?: string;
  academics?: number;
  companies?: number;
  institutions?: number;
  opportunities?: number;
  /** exactly so many works for each academic; two to eight, by career stage, where it is missing */
  worksPerAcademic?: number;
  /** the day, as an ISO date, around which deadlines, starts and years of works are placed */
  asOf?: string;
}

/** The reference day of the demonstration where none is given. */
export const defaultAsOf = '2026-03-01';

/** How many people of each line of research are kept in mind for the conditions of opportunities. */
const candidatesPerStrand = 24;

/**
 * The demonstration directory: invented institutions and companies, then academics, then opportunities, one record at a
 * time. It is the same for the same settings, and a larger directory begins like a smaller one.
 */
export function* generateDirectory({
  seed = 'benchside',
  academics = 640,
  companies = 156,
  institutions = 64,
  opportunities = 260,
  worksPerAcademic,
  asOf = defaultAsOf,
}: DirectorySettings = {}): Iterable<DirectoryRecord> {
  const places = institutionsOf(institutions);
  for (const place of places) yield institutionRecord(place, seed);
  const made = companiesOf(seed, companies, asOf, firms);
  for (const company of made) yield companyRecord(company, seed, asOf, firms[company.index]?.written);

  const cast = new Cast(seed, places, asOf, people);
  const byStrand = new Map<string, Candidate[]>();
  for (let index = 0; index < academics; index += 1) {
    const persona = cast.persona(index);
    const candidates = byStrand.get(persona.strand.key) ?? [];
    if (candidates.length < candidatesPerStrand)
      byStrand.set(persona.strand.key, [...candidates, candidateOf(persona)]);
    yield academicRecord(
      persona,
      { seed, asOf, companies: made, ...(worksPerAcademic === undefined ? {} : { worksPerAcademic }) },
      people[index]?.written,
    );
  }

  const written = writtenOpportunities(asOf, academics, companies).slice(0, opportunities);
  yield* written;
  yield* opportunitiesOf(
    written.length + 1,
    opportunities - written.length,
    { seed, asOf, byStrand, companies: made },
    { count: academics, at: (index) => cast.persona(index) },
  );
}
