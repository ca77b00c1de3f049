export { type DirectoryView, type DirectoryWithout, directoryWithout } from './directory.without.js';
export { dimensionsOf, Encoder, EncoderProblem, type Meaning, meaningOf, nearness } from './encoder.js';
export { TextCounts } from './text.counts.js';
export { type FitSource, TextFits } from './text.fits.js';
export { TextMeanings } from './text.meanings.js';
export { TextStore } from './text.store.js';
export { type Heading, noTexts, type OwnerTexts, type OwnText, type TextKind, type TextOwner } from './text.types.js';
export { TextsModule } from './texts.module.js';
