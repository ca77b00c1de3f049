import { Module } from '@nestjs/common';
import { Encoder } from './encoder.js';
import { TextCounts } from './text.counts.js';
import { TextFits } from './text.fits.js';
import { TextMeanings } from './text.meanings.js';
import { TextStore } from './text.store.js';
import { TextTerms } from './text.terms.js';

/** What the texts of the directory say: stored, counted and compared. */
@Module({
  providers: [TextCounts, TextTerms, TextStore, TextFits, Encoder, TextMeanings],
  exports: [TextCounts, TextStore, TextFits, Encoder, TextMeanings],
})
export class TextsModule {}
