/**
 * What the text fit is made with. docs/MATCHING.md has what each number was compared with, on both halves of the judged
 * people and questions, and how far that can be trusted. Their neighbours differ by less than the judgements can tell.
 */
export const parameters = {
  /** How soon a repeated term stops counting more (k1 of BM25), and how much a long work is held against it (b). */
  saturation: 1.5,
  lengthShare: 0.5,
  /** The power of rarity on the side of the work; the side of the brief has it whole. */
  workRarityPower: 0.5,
  /** The most of a work's fit that its neighbourhood can be; the rest is the wording. */
  neighbourhoodShare: 0.5,
  /** Briefs of fewer known terms lean on their wording: their neighbourhood is a guess. */
  fullBriefTerms: 30,
  /** What a term counts that was taken for one that nobody uses: most are slips of the pen, some are other words. */
  guessedTermTrust: 0.7,
  /** Directories of fewer works have no neighbourhoods to speak of. */
  fullLandmarks: 100,
  /** Landmarks that a text keeps: at most so many, and at most this share of all. */
  profileLength: 75,
  profileShare: 0.2,
  /** Landmarks of a directory: all works up to here, beyond it a sample. They fit in 16 bits and some 5 MB. */
  mostLandmarks: 8192,
  /** The power mean over works: a third power lets the best works speak and still hears the others. */
  workPower: 3,
  /** Between a sum over works (0), which favours long lists, and a mean (1), which punishes breadth. */
  workCountPower: 0.75,
  /** Terms kept of one work. An abstract has about 100; longer texts keep their most telling ones. */
  termsPerWork: 200,
} as const;
