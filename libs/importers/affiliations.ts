import { is } from './rules.js';
import { fold, oneLine } from './text.cleaning.js';

/** What a line such as "Professor of Surgery, Ain Shams University" says of a person. */
export interface Affiliation {
  /** the organisation's name as registered, or as a sponsor of the same trial is registered */
  organisation?: string;
  jobTitle?: string;
  /** ISO 3166-1 alpha-2, where the line ends with a country */
  country?: string;
}

/** Countries as registers write them, where that is not how Unicode's English names them. */
const registeredCountries: Record<string, string> = {
  usa: 'US',
  us: 'US',
  'united-states-of-america': 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern-ireland': 'GB',
  turkey: 'TR',
  'korea-republic-of': 'KR',
  korea: 'KR',
  'russian-federation': 'RU',
  'czech-republic': 'CZ',
  iran: 'IR',
  'hong-kong': 'HK',
  'the-netherlands': 'NL',
  nl: 'NL',
};

let countries: Map<string, string> | undefined;

const readCountries = () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const map = new Map<string, string>();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const first of alphabet) {
    for (const second of alphabet) {
      // AA and the codes from QM and XA are for private use, ZZ is the unknown region, the others are no countries.
      if (/^(AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN|SU|DD|YU|CS|TP|ZR|BU|AN|NT|FX|UK)$/.test(first + second)) continue;
      const name = names.of(first + second);
      if (name) map.set(fold(name), first + second);
    }
  }
  for (const [name, code] of Object.entries(registeredCountries)) map.set(name, code);
  return map;
};

/** The code of a country's English name. */
export const countryOf = (name: string): string | undefined => {
  countries ??= readCountries();
  return countries.get(fold(name));
};

const between = /\s*[,;|]\s*|\s+[-–/]\s+|(?<=\p{L})[-–]\s+/gu;

const legalForm = /^(inc|ltd|limited|llc|l\.l\.c|co|corp|plc|s\.?a|gmbh|b\.?v|llp)\b/i;

interface Piece {
  text: string;
  start: number;
  end: number;
}

const piecesOf = (line: string): Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  for (const gap of line.matchAll(between)) {
    pieces.push({ text: line.slice(start, gap.index), start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  pieces.push({ text: line.slice(start), start, end: line.length });
  // "Stemedica Cell Technologies, Inc." is one name.
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before && legalForm.test(piece.text)) {
      joined[joined.length - 1] = { text: line.slice(before.start, piece.end), start: before.start, end: piece.end };
    } else if (piece.text) joined.push(piece);
  }
  return joined;
};

/** Whether all words of one name stand in a row in the other. */
const holds = (long: string, short: string) => short.includes('-') && `-${long}-`.includes(`-${short}-`);

/** The sponsor that the line means: the same name, one that stands in the line, or one that the line begins. */
const sponsorIn = (line: string, sponsors: readonly string[]): string | undefined => {
  const folded = fold(line);
  if (!folded) return undefined;
  const named = sponsors.map((name) => ({ name, folded: fold(name) }));
  return (
    named.find((one) => one.folded === folded) ??
    named.find((one) => holds(folded, one.folded)) ??
    named.find((one) => one.folded.startsWith(`${folded}-`) && (folded.includes('-') || folded.length >= 6))
  )?.name;
};

/**
 * Reads where a person works. Departments before the organisation and roles around it are taken off; the rest stays as
 * registered. A line that names no organisation, such as "Chairman Department of Surgery", is a job title at most.
 *
 * @param sponsors the organisations of the same trial, which a line often means
 */
export const readAffiliation = (registered: string, sponsors: readonly string[]): Affiliation => {
  const line = oneLine(registered).replace(/[\s,;.]+$/, (end) => (end.startsWith('.') ? '.' : ''));
  const pieces = piecesOf(line).filter(({ text }) => !is('references', text));
  const last = pieces.at(-1);
  const country = last && pieces.length > 1 ? countryOf(last.text.replace(/\.$/, '')) : undefined;
  const sponsor = sponsorIn(line, sponsors);
  const roles = pieces.filter(({ text }) => is('roles', text));
  const jobTitle = roles
    .map(({ text }) => text.replace(/[.\s]+$/, ''))
    .map((role) => `${role.charAt(0).toUpperCase()}${role.slice(1)}`)
    .find((role) => !is('saysNothing', role));
  const organisation = sponsor ?? organisationIn(line, pieces);
  return {
    ...(organisation ? { organisation } : {}),
    ...(jobTitle && jobTitle.length <= 200 ? { jobTitle } : {}),
    ...(country ? { country } : {}),
  };
};

/** From the first piece that names an organisation to the end, without the roles after it. */
const organisationIn = (line: string, pieces: readonly Piece[]): string | undefined => {
  const names = ({ text }: Piece) => is('organisationWords', text) && !is('roles', text) && !is('parts', text);
  const first = pieces.findIndex(names);
  const from = pieces[first];
  if (!from) return undefined;
  const after = pieces.slice(first + 1);
  // A school or department may stand between a hospital and its university; after those it only says where inside.
  const stop = after.findIndex(
    ({ text }, at) => is('roles', text) || (is('parts', text) && !after.slice(at + 1).some(names)),
  );
  const to = (stop < 0 ? after : after.slice(0, stop)).at(-1) ?? from;
  const name = line.slice(from.start, to.end).replace(/^\d+\.\s+/, '');
  return name.length <= 300 ? name : undefined;
};
