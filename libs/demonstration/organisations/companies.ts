import { Random } from '../random.js';
import { keyOf } from '../source.js';
import { type Intervention, type Product, readData, type Strand, strandOf, strands } from '../vocabulary.js';
import { placesFile } from './institutions.js';

export type CompanySize = 'micro' | 'small' | 'medium' | 'large';

/** An invented company, before a word about it is written. */
export interface Company {
  index: number;
  key: string;
  name: string;
  domain: string;
  sector: string;
  segment: string;
  size: CompanySize;
  /** what it makes or does, as it stands in a sentence */
  product: string;
  service: boolean;
  /** what the product is most like among the interventions of its line of research */
  intervention: Intervention;
  /** the line of research the product belongs to */
  strand: Strand;
  /** the others it has an interest in */
  strands: Strand[];
  city: string;
  region?: string;
  nation?: string;
  country: string;
  established: number;
  staff: number;
  topics: string[];
  engagementTypes: string[];
}

/** A company whose product and place are settled in advance. */
export interface CompanyCasting {
  name: string;
  product: string;
  city: string;
  size: CompanySize;
  established: number;
}

interface CompaniesFile {
  stems: string[];
  suffixes: Record<string, string[]>;
  services: { name: string; segment: string; sector: string; strands: string[] }[];
}

const file = readData<CompaniesFile>('companies.json');

/** The shares of the four sectors among companies. */
const sectors = ['pharmaceutical', 'biotechnology', 'medical-technology', 'digital-health'] as const;
const sectorWeights = { pharmaceutical: 0.26, biotechnology: 0.22, 'medical-technology': 0.3, 'digital-health': 0.22 };

interface Offer extends Product {
  service: boolean;
  strands: Strand[];
}

const offers: Offer[] = [
  ...strands.flatMap((strand) => strand.products.map((product) => ({ ...product, service: false, strands: [strand] }))),
  ...file.services.map(({ strands: keys, ...service }) => ({
    ...service,
    intervention: 0,
    service: true,
    strands: keys.map(strandOf),
  })),
];

const sizesBySector: Record<string, Record<CompanySize, number>> = {
  pharmaceutical: { micro: 1, small: 3, medium: 4, large: 4 },
  biotechnology: { micro: 3, small: 5, medium: 2, large: 0.6 },
  'medical-technology': { micro: 3, small: 4, medium: 3, large: 1.4 },
  'digital-health': { micro: 4, small: 5, medium: 2, large: 0.4 },
};

const staffBySize: Record<CompanySize, [number, number]> = {
  micro: [3, 9],
  small: [11, 48],
  medium: [55, 240],
  large: [280, 6200],
};

/** Younger industries have no old companies, nor very large ones. */
const eldestBySector: Record<string, number> = { biotechnology: 32, 'digital-health': 22 };
const largestBySector: Record<string, number> = { biotechnology: 1400, 'digital-health': 900 };

const engagementsBySector: Record<string, readonly string[]> = {
  pharmaceutical: [
    'principal-investigator',
    'advisory-board',
    'out-of-programme-year',
    'secondment-full-time',
    'investigator-initiated-study',
    'collaborative-research',
    'consultancy',
    'permanent-role',
    'joint-post',
    'speaker-or-educator',
  ],
  biotechnology: [
    'collaborative-research',
    'out-of-programme-year',
    'advisory-board',
    'principal-investigator',
    'consultancy',
    'studentship',
    'licensing-or-spin-out',
    'secondment-part-time',
    'secondment-full-time',
  ],
  'medical-technology': [
    'product-evaluation',
    'product-development',
    'secondment-part-time',
    'advisory-board',
    'consultancy',
    'knowledge-transfer-partnership',
    'collaborative-research',
    'training-or-cpd',
    'out-of-programme-year',
  ],
  'digital-health': [
    'product-evaluation',
    'data-science-project',
    'innovation-programme',
    'secondment-part-time',
    'advisory-board',
    'collaborative-research',
    'mentoring',
    'out-of-programme-year',
    'product-development',
  ],
};

const sectorAt = (index: number, seed: string): (typeof sectors)[number] => {
  const offset = new Random(`${seed}:sectors`).next();
  let left = (index * 0.618033988749895 + offset) % 1;
  for (const sector of sectors) {
    left -= sectorWeights[sector];
    if (left < 0) return sector;
  }
  return 'digital-health';
};

const nameOf = (stem: string, sector: string, segment: string, taken: Set<string>, random: Random): string => {
  const own = file.suffixes[segment] ?? [];
  const general = file.suffixes[sector] ?? [];
  const order = [...(random.chance(0.7) ? random.shuffle(own) : []), ...random.shuffle(general), ...own];
  const free = order.map((suffix) => `${stem} ${suffix}`).find((name) => !taken.has(name));
  if (free) return free;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem} ${number}`)) return `${stem} ${number}`;
};

/** All companies of a directory: each with a product of its own as far as the vocabulary reaches. */
export const companiesOf = (
  seed: string,
  count: number,
  asOf: string,
  castings: readonly CompanyCasting[] = [],
): Company[] => {
  const stems = new Random(`${seed}:stems`).shuffle(file.stems);
  const reserved = new Set(castings.map(({ name }) => name.split(' ')[0]));
  const freeStems = stems.filter((stem) => !reserved.has(stem));
  const kept = new Set(castings.map(({ product }) => product));
  const bySector = new Map(
    sectors.map((sector) => [
      sector as string,
      new Random(`${seed}:offers:${sector}`).shuffle(
        offers.filter((offer) => offer.sector === sector && !kept.has(offer.name)),
      ),
    ]),
  );
  const drawn = new Map<string, number>();
  const taken = new Set(castings.map(({ name }) => name));
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(`${seed}:company:${index}`);
    const casting = castings[index];
    const sector = sectorAt(index, seed);
    const mine = bySector.get(sector) as Offer[];
    const turn = drawn.get(sector) ?? 0;
    if (!casting) drawn.set(sector, turn + 1);
    const offer = offers.find(({ name }) => name === casting?.product) ?? (mine[turn % mine.length] as Offer);
    const stem = freeStems[index % freeStems.length] as string;
    const name = casting?.name ?? nameOf(stem, offer.sector, offer.segment, taken, random);
    taken.add(name);
    return companyOf(index, name, offer, casting, asOf, random);
  });
};

const companyOf = (
  index: number,
  name: string,
  offer: Offer,
  casting: CompanyCasting | undefined,
  asOf: string,
  random: Random,
): Company => {
  const size = casting?.size ?? random.weighted(sizesBySector[offer.sector] as Record<CompanySize, number>);
  const strand = offer.strands[0] as Strand;
  const neighbours = strands.filter(
    (other) =>
      other !== strand &&
      (other.area === strand.area || other.products.some(({ segment }) => segment === offer.segment)),
  );
  const breadth = { micro: 0, small: 1, medium: 2, large: 5 }[size];
  const others = [...offer.strands.slice(1), ...random.sample(neighbours, breadth)];
  const abroad = !casting && random.chance(size === 'large' ? 0.3 : 0.06);
  const place = casting
    ? (placesFile.places.find(({ cities }) => cities.includes(casting.city)) ?? random.pick(placesFile.places))
    : placesFile.places[weightedPlace(random)];
  const [youngest, oldest] = { micro: [0, 5], small: [2, 12], medium: [5, 28], large: [14, 80] }[size] as [
    number,
    number,
  ];
  const eldest = Math.min(oldest, eldestBySector[offer.sector] ?? oldest);
  return {
    index,
    key: keyOf('company', index + 1),
    name,
    domain: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
    sector: offer.sector,
    segment: offer.segment,
    size,
    product: offer.name,
    service: offer.service,
    intervention: strand.interventions[offer.intervention] ?? (strand.interventions[0] as Intervention),
    strand,
    strands: [strand, ...others],
    ...(abroad || !place
      ? random.pick(placesFile.abroad)
      : {
          city: casting?.city ?? random.pick(place.cities),
          region: place.region,
          nation: place.nation,
          country: 'GB',
        }),
    established: casting?.established ?? Number(asOf.slice(0, 4)) - random.whole(Math.min(youngest, eldest), eldest),
    staff: Math.min(random.whole(...staffBySize[size]), largestBySector[offer.sector] ?? Number.POSITIVE_INFINITY),
    topics: [...new Set([...strand.topics, ...others.flatMap(({ topics }) => topics.slice(0, 2))])].slice(0, 12),
    engagementTypes: random.sample(engagementsBySector[offer.sector] ?? [], random.whole(3, 5)),
  };
};

const weightedPlace = (random: Random): number => {
  const weights = Object.fromEntries(placesFile.places.map(({ weight }, index) => [String(index), weight]));
  return Number(random.weighted(weights));
};
