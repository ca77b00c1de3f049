import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf, PageArgs } from '#graphql';
import { GeneratedFile } from '../exports/generated.file.js';
import { planCalendar } from '../exports/plan.calendar.js';
import { planForm } from '../exports/plan.form.js';
import { governanceRules } from '../rules/rule.set.js';
import { FormValueInput, SaveTrainingPlanInput, TrainingPlanInput } from './plan.inputs.js';
import { TrainingAdvice } from './plan.objects.js';
import { TrainingPlan } from './training-plan.entity.js';
import { TrainingPlanService } from './training-plan.service.js';

const TrainingPlanConnection = connectionOf(TrainingPlan, 'TrainingPlan');

/** Plans for time away from training or a post. */
@Resolver(() => TrainingPlan)
export class TrainingPlanResolver {
  constructor(@Inject(TrainingPlanService) private readonly service: TrainingPlanService) {}

  @Access('anyone')
  @Query(() => TrainingAdvice, { description: 'What the rules say to a plan. Nothing is written.' })
  trainingAdvice(@Args('input') input: TrainingPlanInput) {
    return this.service.advice(input);
  }

  @Access('anyone')
  @Query(() => GeneratedFile, { description: 'The steps of a plan as a calendar file (.ics).' })
  trainingCalendar(@Args('input') input: TrainingPlanInput) {
    return planCalendar(this.service.facts(input), this.service.advice(input));
  }

  @Access('anyone')
  @Query(() => GeneratedFile, { description: 'The application form, filled in as far as it is known, as a PDF.' })
  trainingForm(
    @Args('input') input: TrainingPlanInput,
    @Args('form', { type: () => [FormValueInput], nullable: true }) form: FormValueInput[] | null,
  ) {
    const values = this.service.formValues(form);
    return planForm(this.service.facts(input), this.service.advice(input), governanceRules.form, values);
  }

  @Access('signed-in')
  @Query(() => TrainingPlanConnection, { description: 'Your plans, newest first.' })
  trainingPlans(@CurrentViewer() viewer: Viewer, @Args() args: PageArgs) {
    return this.service.mine(viewer, args);
  }

  @Access('signed-in')
  @Query(() => TrainingPlan, { description: 'One plan of yours.' })
  trainingPlan(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.one(viewer, id);
  }

  @Access('signed-in')
  @Mutation(() => TrainingPlan, { description: 'Keeps a plan: a new one, or the one with this id at this version.' })
  saveTrainingPlan(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveTrainingPlanInput) {
    return this.service.save(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Removes a plan of yours.' })
  deleteTrainingPlan(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.remove(viewer, id);
  }

  @ResolveField(() => TrainingAdvice, { description: 'What the rules in force today say to it.' })
  advice(@Parent() { facts }: TrainingPlan) {
    return this.service.advice(facts);
  }

  @ResolveField(() => GeneratedFile, { description: 'Its steps as a calendar file (.ics), with names that stay.' })
  calendar(@Parent() { id, facts }: TrainingPlan) {
    return planCalendar(facts, this.service.advice(facts), id);
  }
}
