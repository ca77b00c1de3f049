/** A word of a text, and where it stands there. */
export interface Word {
  /** As written, without accents and apostrophes. */
  written: string;
  /** What is compared: lower case, American spelling, singular. */
  folded: string;
  start: number;
  end: number;
  /** What parts it from the word before. Words beyond a `break`, such as a full stop, are no phrase. */
  gap: 'break' | 'space' | 'hyphen' | 'comma';
}

const wordPattern = /[\p{L}\p{N}]+(?:['’&][\p{L}\p{N}]+)*|&/gu;
/** With the apostrophe of Graves' disease. */
const spaceGap = /^['’]?[\s/+\-‐‑–]{1,4}$/u;
const hyphenGap = /^[-‐‑–]$/u;
const commaGap = /^,\s{1,2}$/u;

/** Spelled differently on the two sides of the Atlantic. Both sides are folded, so the result need not be a word. */
const spellings: [british: string, american: string][] = [
  ['orthopaed', 'orthoped'],
  ['paed', 'ped'],
  ['haem', 'hem'],
  ['aemi', 'emi'],
  ['oedem', 'edem'],
  ['oesoph', 'esoph'],
  ['oestr', 'estr'],
  ['gynaec', 'gynec'],
  ['anaesth', 'anesth'],
  ['caecum', 'cecum'],
  ['faec', 'fec'],
  ['foet', 'fet'],
  ['rrhoea', 'rrhea'],
  ['pnoea', 'pnea'],
  ['coeliac', 'celiac'],
  ['aetiol', 'etiol'],
  ['ageing', 'aging'],
  ['tumour', 'tumor'],
  ['behaviour', 'behavior'],
  ['labour', 'labor'],
  ['colour', 'color'],
  ['centre', 'center'],
  ['fibre', 'fiber'],
  ['sulph', 'sulf'],
  ['programme', 'program'],
  ['modell', 'model'],
  ['counsell', 'counsel'],
  ['isation', 'ization'],
  ['ised', 'ized'],
  ['ising', 'izing'],
];
const american = new Map(spellings);
const british = new RegExp(spellings.map(([from]) => from).join('|'), 'g');

const greekPlural = /(metasta|diagno|prosthe|ortho|steno|thrombo|psycho|analy|fibro|neuro|cirrho)ses$/;

/** Without its plural ending. Words in -ss, -us and -is are singular already. */
const singular = (word: string) => {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|us)es$/.test(word)) return word.slice(0, -2);
  if (greekPlural.test(word)) return `${word.slice(0, -2)}is`;
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
};

const bare = (word: string) => {
  const plain = word.replace(/['’][sS]$|['’]/g, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it asks whether the word is all ASCII.
  return /^[\x00-\x7f]*$/.test(plain) ? plain : plain.normalize('NFD').replace(/\p{M}/gu, '');
};

/** Lower case and American spelling, number kept: the start of a word folds to the start of the folded word. */
export const spelled = (word: string) =>
  word.toLowerCase().replace(british, (spelling) => american.get(spelling) ?? spelling);

/** What two writings of the same word have in common. */
export const fold = (word: string) => singular(spelled(word));

const gapBetween = (gap: string, before: string | undefined): Word['gap'] => {
  if (before === undefined) return 'break';
  if (hyphenGap.test(gap)) return 'hyphen';
  if (commaGap.test(gap)) return 'comma';
  // "C. difficile" is one phrase.
  return spaceGap.test(gap) || (before.length === 1 && gap === '. ') ? 'space' : 'break';
};

/** The words of a text in order. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const written = raw === '&' ? 'and' : bare(raw);
    const gap = gapBetween(text.slice(end, match.index), words.at(-1)?.written);
    end = match.index + raw.length;
    words.push({ written, folded: fold(written), start: match.index, end, gap });
  }
  return words;
};

/** True for MI, QoL and A&E: up to four letters, most of them capitals, which in another case may be another word. */
export const isAbbreviation = (form: string) => {
  const letters = form.replace(/[^\p{L}]/gu, '').replace(/(?<=\p{Lu}{2})s$/u, '');
  return letters.length >= 2 && letters.length <= 4 && (letters.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
};

/** True for a text in capitals throughout, where capitals no longer tell an abbreviation from a word. */
export const isShouted = (text: string) => {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > 20 && capitals > 2 * small;
};
