import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { OpportunitiesModule } from '#opportunities';
import { OrganisationsModule } from '#organisations';
import { TaxonomyModule } from '#taxonomy';
import { DeclaredInterests } from './checks/declared.interests.js';
import { Engagements } from './checks/engagements.js';
import { PreCheckResolver } from './checks/pre-check.resolver.js';
import { PreCheckService, PreCheckSources } from './checks/pre-check.service.js';
import { ChoicesResolver } from './choices.resolver.js';
import { PolicyPackResolver } from './packs/policy-pack.resolver.js';
import { PolicyPackService } from './packs/policy-pack.service.js';
import { TrainingPlanResolver } from './planner/training-plan.resolver.js';
import { TrainingPlanService } from './planner/training-plan.service.js';

/** What must be true before work starts: the rules of the field, plans, policies, and the check before contact. */
@Module({
  imports: [AcademicsModule, OrganisationsModule, OpportunitiesModule, TaxonomyModule],
  providers: [
    DeclaredInterests,
    Engagements,
    TrainingPlanService,
    TrainingPlanResolver,
    PolicyPackService,
    PolicyPackResolver,
    PreCheckSources,
    PreCheckService,
    PreCheckResolver,
    ChoicesResolver,
  ],
  exports: [DeclaredInterests, Engagements, PolicyPackService, PreCheckService],
})
export class GovernanceModule {}
