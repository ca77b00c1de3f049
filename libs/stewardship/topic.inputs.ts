import { Field, InputType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { Line } from '#graphql';

const code = { message: 'must be a code of the vocabulary topic' };

@InputType()
export class AddTopicSynonymInput {
  @Field({ description: 'The code of the topic.' })
  @IsString()
  @MaxLength(100, code)
  topic: string;

  @Field({ description: 'Another name or an abbreviation; short ones in capitals count only as they are written.' })
  @IsString()
  @Line(2, 120)
  synonym: string;

  @Field({ description: 'Who says so: a publication, a vocabulary, a person.' })
  @IsString()
  @Line(3, 300)
  source: string;
}

@InputType()
export class MergeTopicsInput {
  @Field({ description: 'The code of the topic to retire.' })
  @IsString()
  @MaxLength(100, code)
  topic: string;

  @Field({ description: 'The code of the topic that stands in its place from now on.' })
  @IsString()
  @MaxLength(100, code)
  successor: string;

  @Field({ description: 'Why, in 10 to 1,000 characters.' })
  @IsString()
  @Line(10, 1000)
  reason: string;
}
