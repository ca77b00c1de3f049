import type { OpportunityRecord } from '#importers';
import type { Persona } from '../academics/persona.js';
import type { Company } from '../organisations/companies.js';
import { Random } from '../random.js';
import { academicOpportunity } from './academic-side.js';
import { companyOpportunity, type OpportunitySettings } from './company-side.js';

/** About a third of all opportunities come from academics. */
const academicShare = 0.34;

/** Companies in the order in which they offer: some not at all, most once, some two or three times. */
function* offering(companies: readonly Company[], seed: string): Iterable<Company> {
  const random = new Random(`${seed}:offering`);
  for (;;) {
    for (const company of random.shuffle(companies)) {
      const times = Number(random.weighted({ 0: 2, 1: 6, 2: 3, 3: 1.2 }));
      for (let time = 0; time < times; time += 1) yield company;
    }
  }
}

/** Opportunities from both sides, numbered from `first`. */
export function* opportunitiesOf(
  first: number,
  count: number,
  settings: OpportunitySettings,
  personas: { count: number; at: (index: number) => Persona },
): Iterable<OpportunityRecord> {
  const random = new Random(`${settings.seed}:sides`);
  const companies = offering(settings.companies, settings.seed)[Symbol.iterator]();
  for (let number = first; number < first + count; number += 1) {
    const fromCompany = personas.count === 0 || (settings.companies.length > 0 && !random.chance(academicShare));
    if (fromCompany) {
      if (settings.companies.length > 0) yield companyOpportunity(number, companies.next().value as Company, settings);
      continue;
    }
    let persona = personas.at(random.whole(0, personas.count - 1));
    // Beginners have questions, not yet projects.
    for (let turn = 0; persona.stage === 'student-or-foundation' && turn < 20; turn += 1) {
      persona = personas.at(random.whole(0, personas.count - 1));
    }
    yield academicOpportunity(number, persona, settings);
  }
}
