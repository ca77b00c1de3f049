import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { PreCheckInput } from './pre-check.inputs.js';
import { PreCheck } from './pre-check.objects.js';
import { PreCheckService } from './pre-check.service.js';

/** "Can I do this?" */
@Resolver()
export class PreCheckResolver {
  constructor(@Inject(PreCheckService) private readonly service: PreCheckService) {}

  @Access('anyone')
  @Query(() => PreCheck, { description: 'Can I do this? What stands in the way, by which rule. Nothing is written.' })
  preCheck(@CurrentViewer() viewer: Viewer, @Args('input') input: PreCheckInput) {
    return this.service.check(viewer, input);
  }
}
