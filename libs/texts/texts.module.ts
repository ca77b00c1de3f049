import { Module } from '@nestjs/common';
import { TextCounts } from './text.counts.js';
import { TextFits } from './text.fits.js';
import { TextStore } from './text.store.js';

/** What the texts of the directory say: stored, counted and compared. */
@Module({ providers: [TextCounts, TextStore, TextFits], exports: [TextCounts, TextStore, TextFits] })
export class TextsModule {}
