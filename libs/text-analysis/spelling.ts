/** Letters that medicine writes out: TGF-β is TGF-beta. */
const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const firstGreek = 'α'.codePointAt(0) ?? 0;

/** Without accents, ligatures and soft hyphens, Greek letters spelled out. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]+/gu, '')
    .replace(
      /[Α-Ωα-ω]/g,
      (letter) => greek[(letter.toLowerCase().codePointAt(0) ?? firstGreek) - firstGreek] ?? letter,
    );

/** Tells where in a text what stands at a place of `plain`, its plain text, was written. */
export const placesIn = (text: string, plain: string): ((index: number) => number) => {
  if (plain === text) return (index) => index;
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const length = (letter.codePointAt(0) ?? 0) < 128 ? 1 : plainText(letter).length;
    for (let each = 0; each < length; each += 1) places.push(at);
    at += letter.length;
  }
  return (index) => places[index] ?? at;
};

/**
 * British spellings folded to one form with the American: tumour and tumor, haemoglobin and hemoglobin, randomised and
 * randomized. The result need not be a word, it only has to be the same for both.
 */
export const foldSpelling = (word: string): string => {
  if (word.length < 5) return word;
  return word
    .replace(/(?<=..)is(ation|e[ds]?|ing|er)(s?)$/, 'iz$1$2')
    .replace(/(?<=[^aeiou])ys(e[ds]?|ing|er)$/, 'yz$1')
    .replace(/^(tum|behavi|col|lab|fav|hum|neighb|vap|od|rig|flav)our/, '$1or')
    .replace(/^(cent|fib|lit|met|tit|theat)re(s?)$/, '$1er$2')
    .replace(/^programme/, 'program')
    .replace(/(?<=.{4})ll(ing|ed|er)$/, 'l$1')
    .replace(/[ao]e(?=[bcdfghlmnpqrstvxyz])/g, 'e');
};
