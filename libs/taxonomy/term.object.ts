import { Field, ObjectType } from '@nestjs/graphql';

/** A term of one of the controlled vocabularies, with where it comes from. */
@ObjectType('Term', { description: 'A term of a controlled vocabulary, with where it comes from.' })
export class TermObject {
  @Field({ description: 'The vocabulary: topic, profession, career-stage, sector, engagement-type, ...' })
  scheme: string;

  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => String, { nullable: true, description: 'The code of the broader term.' })
  parent: string | null;

  @Field(() => [String])
  synonyms: string[];

  @Field(() => [String], { description: 'Codes of the HRCS health categories of a topic.' })
  healthCategories: string[];

  @Field({ description: 'Who says so.' })
  source: string;
}
