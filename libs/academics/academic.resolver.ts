import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, selectedFields } from '#graphql';
import { Academic, type FieldVisibility } from './academic.entity.js';
import { CreateAcademicInput, UpdateAcademicInput } from './academic.inputs.js';
import { AcademicService } from './academic.service.js';

@Resolver(() => Academic)
export class AcademicResolver {
  constructor(@Inject(AcademicService) private readonly academics: AcademicService) {}

  @Access('anyone')
  @Query(() => Academic, { description: 'One academic.' })
  academic(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.academics.one(viewer, id, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => Academic, { description: 'Your own profile as others read it: level is public, members or only-me.' })
  myProfilePreview(
    @CurrentViewer() viewer: Viewer,
    @Args('level', { type: () => String }) level: FieldVisibility,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.academics.preview(viewer, level, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Academic, { description: 'Makes your own profile.' })
  createAcademic(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CreateAcademicInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.academics.create(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Academic, { description: 'Changes your own profile.' })
  updateAcademic(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: UpdateAcademicInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.academics.update(viewer, input, selectedFields(info));
  }
}
