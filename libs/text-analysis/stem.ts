import snowball from 'snowball-stemmers';
import { foldSpelling } from './spelling.js';

const stemmer = snowball.newStemmer('english');
const known = new Map<string, string>();
/** About 20 MB of words; the vocabulary of 300,000 abstracts is of this order. */
const mostKnown = 200_000;

/** The Snowball English stem of a lower-case word, British and American spellings alike. A stem costs 10 us, so they are kept. */
export const stemOf = (word: string): string => {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const stem = stemmer.stem(foldSpelling(word));
  known.set(word, stem);
  return stem;
};
