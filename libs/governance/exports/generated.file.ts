import { Field, ObjectType } from '@nestjs/graphql';

/** A file that was made for the asker, and is kept nowhere. */
@ObjectType({ description: 'A file that was made for you, and is kept nowhere.' })
export class GeneratedFile {
  @Field({ description: 'What to call it.' })
  name: string;

  @Field({ description: 'The media type.' })
  type: string;

  @Field({ description: 'The content, in base64.' })
  base64: string;
}
