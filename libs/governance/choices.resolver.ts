import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#graphql';
import { policyKinds } from './packs/policy.rules.js';
import { governanceRules } from './rules/rule.set.js';

/** A region that organises postgraduate training. */
@ObjectType('TrainingRegion', { description: 'A region that organises postgraduate training.' })
export class TrainingRegionObject {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field({ description: 'A code of the vocabulary nation.' })
  nation: string;

  @Field({ description: 'A code of the vocabulary region.' })
  region: string;
}

/** A field of the application form. */
@ObjectType({ description: 'A field of the application form.' })
export class ApplicationFormField {
  @Field()
  code: string;

  @Field()
  label: string;
}

/** The number that a kind of policy rule has. */
@ObjectType({ description: 'The number that a kind of policy rule has.' })
export class PolicyAmount {
  @Field()
  label: string;

  @Field(() => Int)
  min: number;

  @Field(() => Int)
  max: number;
}

/** What a policy can ask for. */
@ObjectType({ description: 'What a policy can ask for.' })
export class PolicyKind {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field()
  hint: string;

  @Field(() => PolicyAmount, { nullable: true })
  amount: PolicyAmount | null;

  @Field(() => String, { nullable: true, description: 'The vocabulary of its codes: engagement-type or sector.' })
  scheme: string | null;

  @Field({ description: 'Whether it needs at least one code.' })
  needsCodes: boolean;
}

/** What the forms of planning and policies choose from. */
@ObjectType({ description: 'What the forms of planning and policies choose from.' })
export class GovernanceChoices {
  @Field(() => [TrainingRegionObject])
  trainingRegions: TrainingRegionObject[];

  @Field(() => [ApplicationFormField])
  formFields: ApplicationFormField[];

  @Field(() => [PolicyKind])
  policyKinds: PolicyKind[];
}

/** Choices that come from the data of the rules. */
@Resolver()
export class ChoicesResolver {
  @Access('anyone')
  @Query(() => GovernanceChoices, { description: 'What the forms of planning and policies choose from.' })
  governanceChoices(): GovernanceChoices {
    return {
      trainingRegions: [...governanceRules.regions],
      formFields: governanceRules.form.fields,
      policyKinds: policyKinds.kinds,
    };
  }
}
