import { Module } from '@nestjs/common';
import { TaxonomyService } from './taxonomy.service.js';
import { TermResolver } from './term.resolver.js';

/** The vocabularies, loaded before the modules that import this one start. */
@Module({ providers: [TaxonomyService, TermResolver], exports: [TaxonomyService] })
export class TaxonomyModule {}
