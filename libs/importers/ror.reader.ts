import { z } from 'zod';
import { validRorId } from '#organisations';
import type { Taxonomy } from '#taxonomy';
import type { OrganisationRecord, ReadRecord } from './records.js';
import { regionOfPlace, sectorOf, typeOfRorRecord } from './rules.js';
import { describeProblem } from './shape.problems.js';
import { oneLine } from './text.cleaning.js';

const longestName = 300;
const mostAliases = 20;
const mostTopics = 6;

const organisation = z.object({
  id: z.string(),
  status: z.string(),
  names: z.array(z.object({ value: z.string(), types: z.array(z.string()), lang: z.string().nullish() })).min(1),
  types: z.array(z.string()),
  established: z.number().nullish(),
  domains: z.array(z.string()).nullish(),
  links: z.array(z.object({ type: z.string(), value: z.string() })).nullish(),
  relationships: z.array(z.object({ type: z.string(), label: z.string() })).nullish(),
  locations: z
    .array(
      z.object({
        geonames_details: z
          .object({
            name: z.string().nullish(),
            country_code: z.string().nullish(),
            country_subdivision_code: z.string().nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

type RorRecord = z.infer<typeof organisation>;

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** Whether a value is a record of ROR, of any schema. */
export const isRorRecord = (value: unknown): boolean => {
  const id = field(value, 'id');
  return typeof id === 'string' && /^(https?:\/\/)?ror\.org\//.test(id);
};

/** Records of schema 1 have one `name` and a `country`; schema 2 has `names` and `locations`. */
const isFirstSchema = (value: unknown) =>
  field(value, 'names') === undefined && typeof field(value, 'name') === 'string';

/**
 * Reads one record of ROR, schema 2, as an organisation. Records of schema 1 are refused, and so are organisations that
 * ROR has made inactive or withdrawn.
 *
 * @param place where the record stands, for one without an identifier
 */
export const readRorRecord = (value: unknown, taxonomy: Taxonomy, place: string): ReadRecord[] => {
  const registered = field(value, 'id');
  const rorId = typeof registered === 'string' ? registered.replace(/^(https?:\/\/)?ror\.org\//, '').trim() : '';
  const sourceKey = oneLine(rorId).slice(0, 60) || place;
  const refuse = (reason: string): ReadRecord[] => [{ kind: 'unreadable', sourceKey, reason }];
  if (!isRorRecord(value)) return refuse('is not a record of ROR: its id does not start with https://ror.org/');
  if (!validRorId(rorId)) return refuse('its ROR identifier is wrong: the two digits at the end do not fit the rest');
  if (isFirstSchema(value))
    return refuse('follows schema 1 of ROR: take the file of schema 2 (v2) from the same release');
  const read = organisation.safeParse(value);
  if (!read.success) return refuse(describeProblem(read.error));
  const record = read.data;
  if (record.status !== 'active') return refuse(`is ${oneLine(record.status).slice(0, 40)} in ROR`);
  const name = displayName(record);
  if (!name) return refuse('has no name');
  if (name.length > longestName) return refuse(`its name has more than ${longestName} characters`);
  return [organisationOf(rorId, name, record, taxonomy)];
};

const displayName = ({ names }: RorRecord): string => {
  const shown =
    names.find(({ types }) => types.includes('ror_display')) ?? names.find(({ types }) => types.includes('label'));
  return oneLine((shown ?? names[0])?.value ?? '');
};

const organisationOf = (rorId: string, name: string, record: RorRecord, taxonomy: Taxonomy): OrganisationRecord => {
  const place = placeOf(record);
  const aliases = new Set(record.names.map(({ value }) => oneLine(value)));
  aliases.delete(name);
  const parents = (record.relationships ?? [])
    .filter(({ type }) => type === 'parent')
    .map(({ label }) => oneLine(label));
  const type = typeOfRorRecord({ types: record.types, country: place.country, names: [name], parents });
  const sector = type === 'company' ? sectorOf(name) : undefined;
  const website = record.links?.find((link) => link.type === 'website')?.value.trim();
  const { established } = record;
  return {
    kind: 'organisation',
    source: 'ror',
    sourceKey: rorId,
    rorId,
    name,
    aliases: [...aliases].filter((alias) => alias && alias.length <= longestName).slice(0, mostAliases),
    type,
    ...(sector ? { sector } : {}),
    // A name may say what the organisation is about: Asthma + Lung UK.
    topics: taxonomy.extractTopics(name, mostTopics).map(({ term }) => term.code),
    ...place,
    ...(website && /^https?:\/\/[^\s]{3,300}$/.test(website) ? { website } : {}),
    emailDomains: (record.domains ?? [])
      .map((domain) => domain.trim().toLowerCase())
      .filter((domain) => /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain)),
    ...(established && Number.isInteger(established) && established >= 1000 && established <= 2200
      ? { established }
      : {}),
  };
};

const nations: Record<string, string> = {
  ENG: 'england',
  SCT: 'scotland',
  WLS: 'wales',
  NIR: 'northern-ireland',
};
const otherNations = ['scotland', 'wales', 'northern-ireland'];

/** Where the organisation is; the region only where ROR's nation and the list of towns agree. */
const placeOf = ({ locations }: RorRecord): Pick<OrganisationRecord, 'city' | 'region' | 'nation' | 'country'> => {
  const details = locations?.[0]?.geonames_details;
  const country = /^[A-Z]{2}$/.test(details?.country_code ?? '') ? details?.country_code : undefined;
  const city = oneLine(details?.name ?? '');
  const stated = country === 'GB' ? nations[details?.country_subdivision_code ?? ''] : undefined;
  const region = country === 'GB' ? regionIn(stated, city) : undefined;
  const nation = stated ?? (region && nationOf(region));
  return {
    ...(city && city.length <= 120 ? { city } : {}),
    ...(region ? { region } : {}),
    ...(nation ? { nation } : {}),
    ...(country ? { country } : {}),
  };
};

const nationOf = (region: string) => (otherNations.includes(region) ? region : 'england');

const regionIn = (nation: string | undefined, city: string): string | undefined => {
  if (nation && otherNations.includes(nation)) return nation;
  const region = regionOfPlace(city);
  return region && nation && nationOf(region) !== nation ? undefined : region;
};
