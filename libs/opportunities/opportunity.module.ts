import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { OrganisationsModule } from '#organisations';
import { TaxonomyModule } from '#taxonomy';
import { OpportunityResolver } from './opportunity.resolver.js';
import { OpportunityService } from './opportunity.service.js';

/** Companies' briefs and academics' project ideas. */
@Module({
  imports: [AcademicsModule, OrganisationsModule, TaxonomyModule],
  providers: [OpportunityService, OpportunityResolver],
  exports: [OpportunityService],
})
export class OpportunitiesModule {}
