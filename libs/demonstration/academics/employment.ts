import type { Institution } from '../organisations/institutions.js';
import { placesFile } from '../organisations/institutions.js';
import type { Random } from '../random.js';
import type { Strand } from '../vocabulary.js';
import type { CareerStage, ProfessionProfile } from './professions.js';

export interface Post {
  employer: Institution;
  university?: Institution;
}

const mentalHealth =
  /^(dementia|depression|psychosis|eating-disorders|perinatal|youth-mental-health|autism-adhd|ptsd|addiction)-/;
const children =
  /^(congenital-heart|childrens-cancer|neonatal|language|cerebral-palsy|rare|youth-mental-health|dental-caries|amblyopia|eczema)-/;

const regionWeights = Object.fromEntries(placesFile.places.map(({ region, weight }) => [region, weight]));
/** Where names of an origin are commonest, and how often such a person stays. */
const homes: Record<string, [region: string, share: number]> = {
  welsh: ['wales', 0.5],
  scottish: ['scotland', 0.5],
  irish: ['northern-ireland', 0.35],
};

const universityShares: Record<CareerStage, number> = {
  'student-or-foundation': 0.1,
  'pre-doctoral': 0.1,
  doctoral: 0.3,
  'early-post-doctoral': 0.4,
  intermediate: 0.35,
  senior: 0.55,
  professor: 0.8,
};

/** Finds everyone a fitting employer: a service that does such work, or a university, in one region. */
export class Employment {
  private readonly groups = new Map<string, Institution[]>();
  private readonly employers: readonly Institution[];

  constructor(private readonly institutions: readonly Institution[]) {
    const able = institutions.filter(({ type }) => type === 'university' || type === 'nhs-organisation');
    this.employers = able.length > 0 ? able : institutions;
    for (const institution of able) {
      const kind = institution.type === 'university' ? 'university' : (institution.services ?? 'acute');
      for (const key of [kind, `${kind}:${institution.region}`, `${kind}:${institution.region}:${institution.city}`]) {
        this.groups.set(key, [...(this.groups.get(key) ?? []), institution]);
      }
    }
  }

  named(name: string): Institution | undefined {
    return this.institutions.find((institution) => institution.name === name);
  }

  postFor(
    person: { profession: ProfessionProfile; stage: CareerStage; strand: Strand; specialty: string; origin: string },
    random: Random,
  ): Post {
    const [home, share] = homes[person.origin] ?? ['', 0];
    const region = random.chance(share) ? home : random.weighted(regionWeights);
    const universities = this.group(`university:${region}`);
    const atUniversity = universities.length > 0 && random.chance(universityShare(person));
    const services = servicesFor(person, random);
    const employer = random.pick(atUniversity ? universities : this.trusts(services, region));
    if (employer.type === 'university') return { employer, university: employer };
    const near = this.group(`university:${employer.region}:${employer.city}`);
    const choice = near.length > 0 ? near : this.group(`university:${employer.region}`);
    return choice.length === 0 || random.chance(0.06) ? { employer } : { employer, university: random.pick(choice) };
  }

  private group(key: string): readonly Institution[] {
    return this.groups.get(key) ?? [];
  }

  /** Health boards do everything; elsewhere general hospitals stand in for a service that a region does not have. */
  private trusts(services: string, region: string): readonly Institution[] {
    const choices = [
      this.group(`${services}:${region}`),
      this.group(`board:${region}`),
      services === 'ambulance' ? this.group('ambulance') : [],
      this.group(`acute:${region}`),
      this.group('acute'),
    ];
    return choices.find((choice) => choice.length > 0) ?? this.employers;
  }
}

const servicesFor = (
  { profession, strand, specialty }: { profession: ProfessionProfile; strand: Strand; specialty: string },
  random: Random,
): string => {
  if (profession.code === 'paramedic') return 'ambulance';
  if (specialty === 'General practice') return 'community';
  if (mentalHealth.test(strand.key) && random.chance(0.8)) return 'mental-health';
  if (children.test(strand.key) && random.chance(0.5)) return 'children';
  const inCommunity = profession.employers.includes('community') && /service|therapy|digital/.test(strand.kind);
  return inCommunity && random.chance(0.35) ? 'community' : 'acute';
};

const universityShare = ({
  profession,
  stage,
  specialty,
}: {
  profession: ProfessionProfile;
  stage: CareerStage;
  specialty: string;
}): number => {
  if (profession.code === 'osteopath') return 0.8;
  const more = /dentist|data-scientist/.test(profession.code) || specialty === 'General practice' ? 0.2 : 0;
  return universityShares[stage] + more;
};
