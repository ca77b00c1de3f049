import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

/** One group of the directory: how many there are, and how often they are shown. */
@ObjectType({ description: 'One group of the directory: how many there are, and how often they are shown.' })
export class ExposureGroup {
  @Field({ description: 'profession, careerStage or nation.' })
  grouping: string;

  @Field()
  label: string;

  @Field(() => Int, { description: 'How many profiles.' })
  people: number;

  @Field(() => Int, { description: 'How many of the first places.' })
  places: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the places over share of the directory; null where the sample is too small to tell.',
  })
  ratio: number | null;
}

/** Who was shown in the first places of the matches of a sample of briefs. */
@ObjectType({ description: 'Who was shown in the first places of the matches of a sample of briefs.' })
export class ExposureMeasurement {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'waiting, done or failed.' })
  state: 'waiting' | 'done' | 'failed';

  @Field(() => String, { nullable: true, description: 'The edition of the weights that were in force.' })
  weightsEdition: string | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  endedAt: Date | null;

  @Field(() => Int, { description: 'How many briefs were asked for their matches.' })
  lists: number;

  @Field(() => Int, { description: 'How many profiles there were.' })
  people: number;

  @Field(() => Int, { description: 'How many first places all lists had together.' })
  places: number;

  @Field(() => Int, { description: 'How many profiles were in none of them.' })
  neverShown: number;

  @Field(() => Int, { description: 'How many places the hundredth of profiles had that was shown most.' })
  placesOfMostShown: number;

  @Field(() => [ExposureGroup])
  groups: ExposureGroup[];
}
