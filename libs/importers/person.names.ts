import { credentials, is } from './rules.js';
import { fold, oneLine } from './text.cleaning.js';

/** What a register's line says of a person. */
export interface PersonName {
  givenName: string;
  familyName: string;
  honorific?: string;
  jobTitle?: string;
  /** a profession code, where a credential is that of one */
  profession?: string;
  /** a career-stage code, where the title says it */
  careerStage?: string;
  /** what stood after the name, in the words of the list of credentials */
  credentials: string[];
}

interface Meaning {
  profession?: string;
  honorific?: string;
  jobTitle?: string;
  generation?: boolean;
}

let meanings: Map<string, Meaning> | undefined;
let particles = new Set<string>();

/** Written without dots, in lower case: "Ph.D" and "phD" are the same. */
const plain = (token: string) => token.replace(/[.:]/g, '').toLowerCase();

const lexicon = (): Map<string, Meaning> => {
  if (meanings) return meanings;
  const list = credentials();
  meanings = new Map();
  const add = (words: string[], meaning: Meaning) => {
    for (const word of words) meanings?.set(word, { ...meanings.get(word), ...meaning });
  };
  add(list.others, {});
  for (const [profession, words] of Object.entries(list.professions)) add(words, { profession });
  for (const [honorific, words] of Object.entries(list.honorifics)) add(words, { honorific });
  for (const [jobTitle, words] of Object.entries(list.jobTitles)) add(words, { jobTitle });
  add(list.generations, { generation: true });
  particles = new Set(list.particles);
  return meanings;
};

interface Found {
  words: string;
  meaning: Meaning;
  length: number;
}

/** The longest credential or title that starts at a token: "MB ChB", "assoc prof". */
const credentialAt = (tokens: readonly string[], at: number): Found | undefined => {
  for (let length = Math.min(3, tokens.length - at); length > 0; length -= 1) {
    const words = tokens
      .slice(at, at + length)
      .map(plain)
      .join(' ');
    const meaning = lexicon().get(words);
    if (meaning) return { words, meaning, length };
  }
  return undefined;
};

/** The credentials in a list such as "MD, MPH PhD"; undefined where anything in it is something else. */
const readCredentials = (text: string): Found[] | undefined => {
  const tokens = text.split(/[\s,;/()&+]+/).filter((token) => plain(token).length > 0);
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; ) {
    const one = credentialAt(tokens, at);
    if (!one) return undefined;
    found.push(one);
    at += one.length;
  }
  return found;
};

const letters = (token: string) => token.replace(/[^\p{L}]/gu, '');
const isCapitals = (token: string) => {
  const bare = letters(token);
  return bare.length > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase();
};

/**
 * Where the family name starts: at a run of capitals at the end ("Ece BAYTOK KAYA"), at the particles before the last
 * word ("Winette van der Graaf"), or at the last word.
 */
const familyStart = (tokens: readonly string[]): number => {
  const last = tokens.length - 1;
  let start = last;
  if (!isCapitals(tokens[0] ?? '')) {
    while (start > 1 && isCapitals(tokens[start] ?? '') && isCapitals(tokens[start - 1] ?? '')) start -= 1;
  }
  while (start > 1 && particles.has(plain(tokens[start - 1] ?? ''))) start -= 1;
  return start;
};

/** Cuts what is no name off both ends: titles before it, roles and letters after it. */
const stripName = (text: string): { tokens: string[]; found: Found[] } => {
  const found: Found[] = [];
  let tokens = text
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  for (let title = titleAt(tokens); title && tokens.length > title.length; title = titleAt(tokens)) {
    found.push(title);
    tokens = tokens.slice(title.length);
  }
  // "M Elhafeez Assistant Professor Obstetrics": what follows a title that stands inside the name is no name.
  const role = tokens.findIndex((_, at) => at > 0 && credentialAt(tokens, at)?.meaning.jobTitle);
  if (role > 0) {
    const title = credentialAt(tokens, role);
    if (title) found.push(title);
    tokens = tokens.slice(0, role);
  }
  for (let end = endingOf(tokens); end; end = endingOf(tokens)) {
    found.push(end);
    tokens = tokens.slice(0, -end.length);
  }
  return { tokens, found };
};

const titleAt = (tokens: string[]): Found | undefined => {
  const one = credentialAt(tokens, 0);
  return one?.meaning.honorific || one?.meaning.jobTitle ? one : undefined;
};

/** Letters without a comma before them, such as "Ana Silva MD": written in capitals, or with a dot inside. */
const endingOf = (tokens: string[]): Found | undefined => {
  for (const length of [2, 1]) {
    if (tokens.length - length < 2) continue;
    const one = credentialAt(tokens, tokens.length - length);
    const written = tokens.slice(-length).join('');
    if (one?.length !== length) continue;
    if (one.meaning.generation) return one;
    if (
      one.words.length >= 2 &&
      /^(\p{L}\.?)*\p{Lu}[\p{Lu}.]*\p{Lu}\.?$|^Ph\.?D\.?$|^Pharm\.?D\.?$|\.\p{L}/u.test(written)
    ) {
      // "Wei MA" is a name: two capitals alone are taken for letters only where the name is not in capitals too.
      if (one.words.length > 2 || one.meaning.profession) return one;
    }
  }
  return undefined;
};

/**
 * A person's name as a register writes it: "Ana Maria Arbelaez, MD", "Prof. Dr. Meral BOŞNAK GÜÇLÜ", "Silva, Ana". The
 * spelling stays as registered. Undefined for what is no person, such as "Medical Director" and "Call Center".
 *
 * @param affiliation where the register says the person works: some repeat the name of the company there
 */
export const readPersonName = (registered: string, affiliation = ''): PersonName | undefined => {
  const text = oneLine(registered).replace(/[.,;\s]+$/, (end) => (end.startsWith('.') ? '.' : ''));
  const [first = '', ...rest] = text.split(/\s*[,;]\s*/);
  const found: Found[] = [];
  let name = first;
  for (const part of rest) {
    const read = readCredentials(part);
    if (read) found.push(...read);
    // "Arbelaez, Ana Maria": the family name comes first. What else follows a comma is left unread.
    else if (rest.indexOf(part) === 0 && !first.includes(' ') && !is('persons', part)) name = familyFirst(part, first);
  }
  if (is('persons', name)) return undefined;
  const stripped = stripName(name);
  found.unshift(...stripped.found);
  const { tokens } = stripped;
  const generation = found.find(({ meaning }) => meaning.generation);
  if (tokens.length < 2 || tokens.length > 7 || !tokens.every((token) => letters(token).length > 0)) return undefined;
  if (found.length === 0 && namesTheAffiliation(tokens, affiliation)) return undefined;
  const start = familyStart(tokens);
  const familyName = tokens.slice(start).join(' ');
  return {
    givenName: tokens.slice(0, start).join(' '),
    familyName: generation ? `${familyName} ${capitalised(generation.words)}` : familyName,
    ...meaningOf(found),
    credentials: found.map(({ words }) => words),
  };
};

/** "Campion, Breanna Campion" says the family name twice. */
const familyFirst = (given: string, family: string) =>
  fold(given).endsWith(`-${fold(family)}`) ? given : `${given} ${family}`;

const capitalised = (generation: string) =>
  /^i/.test(generation) ? generation.toUpperCase() : `${generation.charAt(0).toUpperCase()}${generation.slice(1)}`;

const namesTheAffiliation = (tokens: string[], affiliation: string) => {
  const place = fold(affiliation).split('-');
  const firstWord = fold(tokens[0] ?? '');
  return firstWord.length > 1 && (place.includes(firstWord) || fold(affiliation) === fold(tokens.join(' ')));
};

const meaningOf = (found: Found[]): Partial<PersonName> => {
  const profession = found.find(({ meaning }) => meaning.profession)?.meaning.profession;
  const jobTitle = found.find(({ meaning }) => meaning.jobTitle)?.meaning.jobTitle;
  const titles = found.map(({ meaning }) => meaning.honorific).filter((title) => title !== undefined);
  const professor = !jobTitle && titles.includes('Professor');
  const honorific = professor ? 'Professor' : titles.includes('Dr') ? 'Dr' : undefined;
  return {
    ...(profession ? { profession } : {}),
    ...(jobTitle ? { jobTitle } : {}),
    ...(honorific ? { honorific } : {}),
    ...(professor ? { careerStage: 'professor' } : {}),
  };
};
