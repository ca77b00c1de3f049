import { Module } from '@nestjs/common';
import { OrganisationsModule } from '#organisations';
import { TaxonomyModule } from '#taxonomy';
import { AcademicClaims } from './academic.claims.js';
import { AcademicResolver } from './academic.resolver.js';
import { AcademicService } from './academic.service.js';

/** The people that companies look for. */
@Module({
  imports: [OrganisationsModule, TaxonomyModule],
  providers: [AcademicService, AcademicClaims, AcademicResolver],
  exports: [AcademicService],
})
export class AcademicsModule {}
