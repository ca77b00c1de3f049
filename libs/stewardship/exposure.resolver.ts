import { Inject } from '@nestjs/common';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { ExposureMeasurement } from './exposure.objects.js';
import { ExposureService } from './exposure.service.js';

/** Whom matches show, measured. */
@Resolver()
export class ExposureResolver {
  constructor(@Inject(ExposureService) private readonly exposure: ExposureService) {}

  @Access('platform-admin')
  @Query(() => [ExposureMeasurement], { description: 'Who was shown in matches, the newest measurement first.' })
  exposureMeasurements(@CurrentViewer() viewer: Viewer) {
    return this.exposure.list(viewer);
  }

  @Access('platform-admin')
  @Mutation(() => Boolean, { description: 'Asks for a measurement of who is shown; the worker makes it.' })
  measureExposure(@CurrentViewer() viewer: Viewer) {
    return this.exposure.start(viewer);
  }
}
