import { Module } from '@nestjs/common';
import { TaxonomyModule } from '#taxonomy';
import { DirectoryLoader } from './directory.loader.js';

/** Records of registers and files into the directory. */
@Module({ imports: [TaxonomyModule], providers: [DirectoryLoader], exports: [DirectoryLoader] })
export class ImportersModule {}
