import { capital, titled } from '../language.js';
import type { Institution } from '../organisations/institutions.js';
import { Random } from '../random.js';
import { keyOf } from '../source.js';
import { type Area, type Strand, strandOf, strandsFor } from '../vocabulary.js';
import { Employment, type Post } from './employment.js';
import { type Availability, availabilityOf } from './engagement.js';
import { Names } from './names.js';
import { type CareerStage, careerStages, type ProfessionProfile, professionAt, professions } from './professions.js';

export type TrainingStatus = 'in-programme' | 'post-cct' | 'not-applicable';

/** Who an academic is, before a word of their profile is written. */
export interface Persona extends Availability {
  index: number;
  key: string;
  honorific?: string;
  givenName: string;
  familyName: string;
  profession: ProfessionProfile;
  stage: CareerStage;
  trainingStatus: TrainingStatus;
  regulator?: string;
  specialty: string;
  jobTitle: string;
  /** the post as it stands in a sentence: "respiratory nurse consultant" */
  role: string;
  employer: Institution;
  university?: Institution;
  /** the main line of research */
  strand: Strand;
  /** another, for some */
  second?: Strand;
  /** the year of qualification */
  qualified: number;
  topics: string[];
  sectors: string[];
}

/** What is settled in advance about a person, for the demonstration accounts. */
export interface Casting {
  profession: string;
  stage: CareerStage;
  trainingStatus: TrainingStatus;
  strand: string;
  employer: string;
  university: string;
  main: string;
  woman: boolean;
  givenName: string;
  familyName: string;
  specialty: string;
  jobTitle: string;
  role: string;
}

const surgeon = /surgery|^Urology|^Urogynaecology|^Gynaecology|^Obstetrics|^Ophthalmology|otolaryngology/i;

/** Which sectors a line of research has business with. */
const sectorsOf = (strand: Strand): string[] => {
  const own = strand.products.map(({ sector }) => sector);
  const byKind: Record<string, string[]> = {
    drug: ['pharmaceutical', 'biotechnology'],
    lab: ['biotechnology', 'pharmaceutical'],
    digital: ['digital-health', 'medical-technology'],
    device: ['medical-technology', 'digital-health'],
    test: ['medical-technology', 'biotechnology'],
    data: ['digital-health', 'pharmaceutical'],
    surgery: ['medical-technology'],
    service: ['digital-health', 'pharmaceutical'],
    therapy: ['digital-health', 'medical-technology'],
  };
  return [...new Set([...own, ...(byKind[strand.kind] ?? [])])];
};

/** Casts academics one by one: the same number is always the same person. */
export class Cast {
  private readonly names: Names;
  private readonly employment: Employment;
  private readonly offset: number;

  constructor(
    private readonly seed: string,
    institutions: readonly Institution[],
    private readonly asOf: string,
    private readonly castings: readonly Casting[] = [],
  ) {
    this.names = new Names(seed);
    this.employment = new Employment(institutions);
    this.offset = new Random(`${seed}:professions`).next();
  }

  /** The person with that number, counted from 0. */
  persona(index: number): Persona {
    const casting = this.castings[index];
    const random = new Random(`${this.seed}:academic:${index}`);
    const profession = professions.find(({ code }) => code === casting?.profession) ?? professionAt(index, this.offset);
    const stage = casting?.stage ?? random.weighted(profession.stages);
    const strand = casting ? strandOf(casting.strand) : random.pick(strandsFor(profession.code));
    const trainingStatus = casting?.trainingStatus ?? trainingStatusOf(profession, stage, random);
    const woman = casting?.woman ?? random.chance(profession.women);
    const name = this.names.nameOf(index, woman);
    const specialty = casting?.specialty ?? specialtyOf(profession, strand, random);
    const post = casting ?? postOf(profession, stage, specialty, strand, random);
    const { employer, university } =
      this.postOf(casting) ??
      this.employment.postFor({ profession, stage, strand, specialty, origin: name.origin }, random);
    const inProgramme = trainingStatus === 'in-programme';
    const availability = availabilityOf(profession, stage, inProgramme, this.asOf, random, casting?.main);
    const second = random.chance(0.45) ? secondStrand(profession, strand, specialty, random) : undefined;
    const regulator = regulatorOf(profession, employer, random);
    const honorific = honorificOf(profession, stage, specialty, woman, random);
    return {
      ...availability,
      index,
      key: keyOf('academic', index + 1),
      ...(honorific ? { honorific } : {}),
      givenName: casting?.givenName ?? name.given,
      familyName: casting?.familyName ?? name.family,
      profession,
      stage,
      trainingStatus,
      ...(regulator ? { regulator } : {}),
      specialty,
      jobTitle: 'title' in post ? post.title : post.jobTitle,
      role: post.role,
      employer,
      ...(university ? { university } : {}),
      strand,
      ...(second ? { second } : {}),
      qualified: Number(this.asOf.slice(0, 4)) - yearsQualified(stage, random),
      topics: topicsOf(strand, second, random),
      sectors: random.sample(sectorsOf(strand), random.whole(1, 3)),
    };
  }

  private postOf(casting: Casting | undefined): Post | undefined {
    const employer = casting && this.employment.named(casting.employer);
    const university = casting && this.employment.named(casting.university);
    return employer && { employer, ...(university ? { university } : {}) };
  }
}

/** Only programmes that end in a certificate of completion: doctors, dentists and registrars in public health. */
const trainingStatusOf = (profession: ProfessionProfile, stage: CareerStage, random: Random): TrainingStatus => {
  if (profession.code === 'public-health-specialist') {
    if (stage === 'pre-doctoral') return 'in-programme';
    if (stage === 'doctoral') return random.chance(0.8) ? 'in-programme' : 'not-applicable';
    return stage === 'student-or-foundation' ? 'not-applicable' : 'post-cct';
  }
  if (profession.code !== 'doctor' && profession.code !== 'dentist') return 'not-applicable';
  switch (stage) {
    case 'student-or-foundation':
    case 'pre-doctoral':
      return 'in-programme';
    case 'doctoral':
      return random.chance(0.88) ? 'in-programme' : 'post-cct';
    case 'early-post-doctoral':
      return random.chance(0.72) ? 'in-programme' : 'post-cct';
    default:
      return 'post-cct';
  }
};

const specialtyOf = (profession: ProfessionProfile, strand: Strand, random: Random): string => {
  const { specialties, field } = strand.area;
  if (profession.code === 'doctor' || profession.code === 'healthcare-scientist')
    return random.pick(specialties[profession.code]);
  if (profession.code === 'dentist') return random.pick(specialties.dentist ?? ['Restorative dentistry']);
  if (profession.code === 'public-health-specialist') return `Public health: ${strand.area.label}`;
  const practice = profession.code === 'data-scientist' ? 'data science' : profession.practice.toLowerCase();
  if (practice.includes(field) || field === 'public health') return capital(practice);
  return capital(`${field} ${practice.replace(/^clinical /, '')}`);
};

const generalPractice = (words: string, given: string): string =>
  given === 'General practice'
    ? words
        .replace(
          /(Clinical Senior Lecturer|Clinician Scientist|Reader in General Practice) and Honorary Consultant( in General Practice)?/,
          '$1 and General Practitioner',
        )
        .replace(/Consultant in General Practice/, 'General Practitioner')
        .replace(/ and Honorary Consultant$/, ' and General Practitioner')
        .replace(/(honorary )?consultant in general practice/, 'general practitioner')
        .replace(/(registrar|specialty registrar) in general practice/, 'general practice registrar')
        .replace(/reader and consultant/, 'reader and')
    : words;

const postOf = (
  profession: ProfessionProfile,
  stage: CareerStage,
  specialty: string,
  strand: Strand,
  random: Random,
) => {
  const { title, role } = random.pick(profession.posts[stage]);
  const { field } = strand.area;
  const put = (words: string) =>
    words
      .replaceAll('{Specialty}', titled(specialty))
      .replaceAll('{specialty}', specialty.charAt(0).toLowerCase() + specialty.slice(1))
      .replaceAll('{Field}', titled(field))
      .replaceAll('{field}', field);
  return { title: generalPractice(put(title), specialty), role: generalPractice(put(role), specialty) };
};

const regulatorOf = (profession: ProfessionProfile, employer: Institution, random: Random): string | undefined => {
  if (profession.code === 'pharmacist' && employer.nation === 'northern-ireland') return 'psni';
  if (profession.code === 'public-health-specialist') return random.chance(0.65) ? 'ukphr' : 'gmc';
  return profession.regulators[0];
};

const honorificOf = (
  profession: ProfessionProfile,
  stage: CareerStage,
  specialty: string,
  woman: boolean,
  random: Random,
): string | undefined => {
  if (stage === 'professor') return 'Professor';
  const plain = woman ? random.weighted({ Ms: 7, Mrs: 2, Miss: 1 }) : 'Mr';
  const rank = careerStages.indexOf(stage);
  if (profession.code === 'doctor') return rank >= 2 && surgeon.test(specialty) ? (woman ? 'Miss' : 'Mr') : 'Dr';
  if (profession.code === 'dentist') return 'Dr';
  if (profession.code === 'clinical-psychologist') return rank >= 1 ? 'Dr' : plain;
  if (rank >= 3) return 'Dr';
  return random.chance(0.85) ? plain : undefined;
};

const yearsQualified = (stage: CareerStage, random: Random): number => {
  const spans: Record<CareerStage, [number, number]> = {
    'student-or-foundation': [0, 2],
    'pre-doctoral': [3, 8],
    doctoral: [6, 12],
    'early-post-doctoral': [9, 16],
    intermediate: [12, 21],
    senior: [16, 27],
    professor: [22, 36],
  };
  return random.whole(...spans[stage]);
};

/** Areas between which one person may move: the same specialty, the same field, or a subject that both are about. */
const akin = (one: Area, other: Area, specialty: string): boolean =>
  one.field === other.field ||
  (specialty !== 'General practice' &&
    Object.values(one.specialties).some((names) => names.includes(specialty)) &&
    Object.values(other.specialties).some((names) => names.includes(specialty))) ||
  one.topics.some((code) => other.topics.slice(0, 2).includes(code));

const neighbours = new Map<string, Strand[]>();

const secondStrand = (
  profession: ProfessionProfile,
  strand: Strand,
  specialty: string,
  random: Random,
): Strand | undefined => {
  const key = `${profession.code}:${strand.key}:${specialty}`;
  let near = neighbours.get(key);
  if (!near) {
    near = strandsFor(profession.code).filter(
      (other) => other !== strand && (other.area === strand.area || akin(other.area, strand.area, specialty)),
    );
    neighbours.set(key, near);
  }
  return near.length > 0 ? random.pick(near) : undefined;
};

const topicsOf = (strand: Strand, second: Strand | undefined, random: Random): string[] => {
  const extra = strand.area.topics.filter((code) => !strand.topics.includes(code));
  return [
    ...new Set([
      ...strand.topics,
      ...random.sample(extra, random.whole(0, 1)),
      ...(second ? second.topics.slice(0, 2) : []),
    ]),
  ];
};
