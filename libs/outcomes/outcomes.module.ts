import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { CollaborationsModule } from '#collaborations';
import { FilesModule } from '#files';
import { TaxonomyModule } from '#taxonomy';
import { MobilityService } from './mobility.service.js';
import { OutcomeResolver } from './outcome.resolver.js';
import { OutcomeService } from './outcome.service.js';
import { PortfolioService } from './portfolio.service.js';

/** What remains: outcomes, portfolios, returns, and moves between academia and industry. */
@Module({
  imports: [AcademicsModule, CollaborationsModule, FilesModule, TaxonomyModule],
  providers: [OutcomeService, MobilityService, PortfolioService, OutcomeResolver],
})
export class OutcomesModule {}
