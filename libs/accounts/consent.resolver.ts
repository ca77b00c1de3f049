import { Inject } from '@nestjs/common';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#graphql';
import { type ConsentPurpose, ConsentService } from './consent.service.js';
import { CurrentViewer } from './current-viewer.js';
import type { Viewer } from './viewer.js';

@ObjectType('Consent', { description: 'What was agreed to, in which words, from when and until when.' })
export class ConsentObject {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'terms, privacy, contact-by-companies or digest.' })
  purpose: ConsentPurpose;

  @Field()
  textVersion: string;

  @Field()
  givenAt: Date;

  @Field(() => Date, { nullable: true })
  withdrawnAt: Date | null;
}

const purposeArgument = { type: () => String, description: 'terms, privacy, contact-by-companies or digest.' };

@Resolver()
export class ConsentResolver {
  constructor(@Inject(ConsentService) private readonly consents: ConsentService) {}

  @Access('signed-in')
  @Query(() => [ConsentObject], { description: 'Everything you agreed to and took back, oldest first.' })
  myConsents(@CurrentViewer() viewer: Viewer) {
    return this.consents.history(viewer);
  }

  @Access('signed-in')
  @Mutation(() => ConsentObject, { description: 'Agrees to a text; again to the same words changes nothing.' })
  giveConsent(
    @CurrentViewer() viewer: Viewer,
    @Args('purpose', purposeArgument) purpose: ConsentPurpose,
    @Args('textVersion') textVersion: string,
  ) {
    return this.consents.give(viewer, purpose, textVersion);
  }

  @Access('signed-in')
  @Mutation(() => Boolean)
  withdrawConsent(@CurrentViewer() viewer: Viewer, @Args('purpose', purposeArgument) purpose: ConsentPurpose) {
    return this.consents.withdraw(viewer, purpose).then(() => true);
  }
}
