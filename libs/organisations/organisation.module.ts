import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { TaxonomyModule } from '#taxonomy';
import { OrganisationResolver } from './organisation.resolver.js';
import { OrganisationService } from './organisation.service.js';

/** Companies, universities and NHS organisations. */
@Module({
  imports: [AccountsModule, TaxonomyModule],
  providers: [OrganisationService, OrganisationResolver],
  exports: [OrganisationService],
})
export class OrganisationsModule {}
