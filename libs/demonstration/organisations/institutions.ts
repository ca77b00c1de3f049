import type { OrganisationRecord } from '#importers';
import { capital, listed } from '../language.js';
import { Random } from '../random.js';
import { sourceName } from '../source.js';
import { areas, readData } from '../vocabulary.js';

export interface Place {
  city: string;
  region: string;
  nation: string;
}

/** A university, NHS organisation, institute or charity that employs academics. All are invented; the places are real. */
export interface Institution extends Place {
  key: string;
  name: string;
  type: string;
  /** of an NHS organisation: acute, mental-health, community, ambulance, children or board */
  services?: string;
  /** of a university: what it is known for */
  strength?: string;
  established?: number;
  domain: string;
  aliases?: string[];
  /** the clinical areas that it is known for, by their keys */
  areas?: string[];
}

interface PlacesFile {
  places: { region: string; nation: string; cities: string[]; weight: number }[];
  abroad: { city: string; country: string }[];
  institutions: Omit<Institution, 'key'>[];
  stems: string[];
}

export const placesFile = readData<PlacesFile>('places.json');

const strengths = [
  'medicine and applied health research',
  'nursing, midwifery and allied health',
  'health data and primary care',
  'imaging, engineering and rehabilitation',
];

/** An institution beyond those written by hand, for a larger directory. */
const furtherInstitution = (number: number): Omit<Institution, 'key'> => {
  const random = new Random(`institution:${number}`);
  const stem = placesFile.stems[number % placesFile.stems.length] as string;
  const round = Math.floor(number / placesFile.stems.length);
  const { region, nation, cities } = random.pick(placesFile.places);
  const city = random.pick(cities);
  const suffix =
    round === 0 ? '' : ` ${['North', 'South', 'East', 'West'][(round - 1) % 4]}${round > 4 ? ` ${round - 3}` : ''}`;
  const domain = `${stem}${suffix}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  if (number % 2 === 0) {
    return {
      type: 'university',
      name: `University of ${stem}${suffix}`,
      city,
      region,
      nation,
      established: random.whole(1890, 2005),
      strength: random.pick(strengths),
      domain: `${domain}-university.example`,
    };
  }
  const [services, name] = nhsName(nation, `${stem}${suffix}`, random);
  return { type: 'nhs-organisation', name, services, city, region, nation, domain: `${domain}-nhs.example` };
};

const nhsName = (nation: string, stem: string, random: Random): [string, string] => {
  if (nation === 'scotland') return ['board', `NHS ${stem}`];
  if (nation === 'wales') return ['board', `${stem} University Health Board`];
  if (nation === 'northern-ireland') return ['board', `${stem} Health and Social Care Trust`];
  const services = random.pick(['acute', 'acute', 'mental-health', 'community', 'ambulance'] as const);
  const kinds = {
    acute: 'Hospitals',
    'mental-health': 'Mental Health',
    community: 'Community Health',
    ambulance: 'Ambulance Service',
  };
  return [services, `${stem} ${kinds[services]} NHS Foundation Trust`];
};

/** The institutions of a directory of that size: universities and NHS organisations in turn, then the others. */
export const institutionsOf = (count: number): Institution[] => {
  const written = placesFile.institutions;
  const universities = written.filter(({ type }) => type === 'university');
  const nhs = written.filter(({ type }) => type === 'nhs-organisation');
  const others = written.filter(({ type }) => type !== 'university' && type !== 'nhs-organisation');
  const ordered = nhs.flatMap((organisation, index) => {
    const university = universities[index];
    return university ? [university, organisation] : [organisation];
  });
  const all = [...ordered, ...others];
  for (let number = 0; all.length < count; number += 1) all.push(furtherInstitution(number));
  return all.slice(0, count).map((institution, index) => ({
    ...institution,
    key: `institution-${String(index + 1).padStart(4, '0')}`,
  }));
};

const wants: Record<string, readonly string[]> = {
  university: [
    'collaborative-research',
    'studentship',
    'knowledge-transfer-partnership',
    'joint-post',
    'contract-research',
    'consultancy',
    'licensing-or-spin-out',
  ],
  'nhs-organisation': [
    'principal-investigator',
    'product-evaluation',
    'innovation-programme',
    'secondment-part-time',
    'training-or-cpd',
  ],
  'research-institute': ['collaborative-research', 'data-science-project', 'licensing-or-spin-out'],
  charity: ['collaborative-research', 'advisory-board', 'mentoring'],
};

const servicesInWords: Record<string, string> = {
  acute: 'hospital care',
  'mental-health': 'mental health and community services',
  community: 'community services',
  ambulance: 'emergency and urgent care on the road and by telephone',
  children: "children's hospital care",
  board: 'hospital, community and primary care',
};

const summaries: ((institution: Institution, topics: string, random: Random) => string)[] = [
  (it, topics, r) =>
    `${it.name} works from ${it.city}${it.strength ? ` and is best known for ${it.strength}` : ''}. Clinical academics here work on ${topics}, and ${r.whole(20, 180)} of its studies were open to recruitment last year.`,
  (it, topics, r) =>
    `Based in ${it.city}, ${it.name} ${it.strength ? `has built its name on ${it.strength}` : 'looks after people across the surrounding towns'}. Research teams cover ${topics}; about one in ${r.whole(3, 8)} of its partnerships is with a company.`,
  (it, topics) =>
    `${capital(topics)} are among the subjects with the most clinical academics at ${it.name}, ${it.city}. ${it.strength ? `Its wider strengths are ${it.strength}.` : 'Staff of every profession may hold research time, agreed in the job plan.'}`,
  (it, topics, r) =>
    `${it.name} brings clinicians, scientists and the public of ${it.city} together. ${r.whole(40, 400)} members of staff hold a joint clinical and academic post, many of them in ${topics}.`,
];

const openings = [
  'One office answers companies: it finds the right clinical academic, checks interests and approvals, and writes the agreement.',
  'Wants partners who start with a clinical question, share data both ways and publish whatever is found.',
  'Looks for long partnerships rather than single contracts, and for secondments that bring people back with new skills.',
  'Welcomes early products that need an honest test in ordinary clinics, with the cost of staff time paid.',
  'Ready to host trials at short notice, with model agreements used as they stand.',
  'Would like more companies to sponsor joint posts and doctoral projects in nursing, midwifery, pharmacy and the allied health professions.',
];

/** The record of an institution. */
export const institutionRecord = (institution: Institution, seed: string): OrganisationRecord => {
  const random = new Random(`${seed}:${institution.key}`);
  const keys = institution.areas ?? random.sample(areas, 3).map(({ key }) => key);
  const known = keys.flatMap((key) => areas.filter((area) => area.key === key));
  const services = institution.services && servicesInWords[institution.services];
  const topics = listed(known.slice(0, 3).map(({ label }) => label));
  return {
    kind: 'organisation',
    source: sourceName,
    sourceKey: institution.key,
    name: institution.name,
    ...(institution.aliases ? { aliases: institution.aliases } : {}),
    type: institution.type,
    summary: `${random.pick(summaries)(institution, topics, random)}${services ? ` It provides ${services}.` : ''}`,
    lookingFor: random.sample(openings, 2).join(' '),
    topics: [...new Set(known.flatMap((area) => area.topics.slice(0, 2)))],
    engagementTypes: random.sample(wants[institution.type] ?? [], 4),
    size: institution.type === 'charity' ? 'small' : institution.type === 'research-institute' ? 'medium' : 'large',
    city: institution.city,
    region: institution.region,
    nation: institution.nation,
    country: 'GB',
    website: `https://www.${institution.domain}`,
    emailDomains: [institution.domain],
    ...(institution.established ? { established: institution.established } : {}),
  };
};

/** The key of the institution with this name. */
export const institutionKey = (name: string): string => {
  const institution = institutionsOf(placesFile.institutions.length).find((other) => other.name === name);
  if (!institution) throw new RangeError(`there is no institution "${name}"`);
  return institution.key;
};
