import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** A rule of an organisation's own policy that holds a step, as the work stands. */
@ObjectType({ description: 'A rule of an organisation’s own policy that holds a step, as the work stands.' })
export class PolicyHold {
  @Field({ description: 'A kind of governanceChoices.policyKinds.' })
  code: string;

  @Field()
  text: string;

  @Field({ description: 'What would put it right.' })
  fix: string;

  @Field({ description: 'Where the organisation has written it.' })
  source: string;

  @Field(() => String, { nullable: true })
  sourceUrl: string | null;

  @Field({ description: 'The state that waits for it: agreement or active.' })
  before: string;

  @Field({ description: 'Whether the permission of the organisation puts it right.' })
  permissionLifts: boolean;
}

/** What an organisation whose own policy blocks is asked, and has said, about the terms that hold. */
@ObjectType({
  description: 'What an organisation whose own policy blocks is asked, and has said, about the terms that hold.',
})
export class PolicyPermission {
  @Field(() => ID)
  organisationId: string;

  @Field({ description: 'The name of the organisation, as far as its person shows it.' })
  organisation: string;

  @Field(() => String, { description: 'to-ask, asked, given or refused.' })
  state: 'to-ask' | 'asked' | 'given' | 'refused';

  @Field(() => Int, { description: 'The number of the terms that it is about.' })
  termsNumber: number;

  @Field(() => [PolicyHold], { description: 'What holds the work now; empty where nothing of this organisation does.' })
  holds: PolicyHold[];

  @Field(() => String, { nullable: true, description: 'Who asked, while they have an account.' })
  askedBy: string | null;

  @Field(() => Date, { nullable: true })
  askedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who decided, while they have an account.' })
  decidedBy: string | null;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field({ description: 'Whether you may ask for it: you are on the side of its person.' })
  mayAsk: boolean;

  @Field({ description: 'Whether you may decide: you are its office.' })
  mayDecide: boolean;
}
