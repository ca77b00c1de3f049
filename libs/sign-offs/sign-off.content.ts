import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SignOffRule } from './sign-off.entity.js';

/** One line of what is approved. */
@ObjectType({ description: 'One line of what is approved.' })
export class SignOffLine {
  @Field()
  label: string;

  @Field()
  value: string;
}

/** What is approved, word for word as it stood when it was asked for. */
@ObjectType({ description: 'What is approved, word for word as it stood when it was asked for.' })
export class SignOffContent {
  @Field({ description: 'Whose approval is asked for.' })
  label: string;

  @Field()
  title: string;

  @Field({ description: 'Who asks.' })
  askedBy: string;

  @Field({ description: 'The clinical academic, or the first side where both are organisations.' })
  who: string;

  @Field()
  withWhom: string;

  @Field(() => Int)
  termsNumber: number;

  @Field(() => [SignOffLine])
  terms: SignOffLine[];

  @Field(() => [SignOffLine], { description: 'What others have said of the same terms.' })
  others: SignOffLine[];

  @Field()
  why: string;

  @Field(() => [SignOffRule])
  rules: SignOffRule[];
}

/** A link, as whoever holds it may know it before they have shown that it was sent to them. */
@ObjectType({ description: 'A link, as whoever holds it may know it before they have shown that it was sent to them.' })
export class SignOffLinkView {
  @Field(() => String, { description: 'open, used, expired or revoked.' })
  state: 'open' | 'used' | 'expired' | 'revoked';

  @Field(() => String, { nullable: true, description: 'Whose approval is asked for.' })
  label: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was sent, in part.' })
  sentTo: string | null;

  @Field({ description: 'False where you are signed in as the person it was sent to.' })
  needsCode: boolean;

  @Field()
  expiresAt: Date;
}
