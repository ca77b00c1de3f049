import { Field, ObjectType } from '@nestjs/graphql';

/** A rule as it is quoted beside what follows from it. */
@ObjectType({ description: 'A rule as it is quoted beside what follows from it.' })
export class CitedRule {
  @Field({ description: 'The name of the rule in the data.' })
  id: string;

  @Field()
  text: string;

  @Field({ description: 'Who has published it, and where.' })
  source: string;

  @Field(() => String, { nullable: true })
  sourceUrl: string | null;

  @Field({ description: 'False for what has not been checked against a publication.' })
  sourced: boolean;
}
