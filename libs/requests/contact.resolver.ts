import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Academic } from '#academics';
import { CurrentViewer, type Viewer } from '#accounts';
import { Contact, ContactService } from './contact.service.js';
import { contactRule } from './request.completion.js';

/** How to reach an academic, on the profile itself. */
@Resolver(() => Academic)
export class ContactResolver {
  constructor(@Inject(ContactService) private readonly contacts: ContactService) {}

  @ResolveField(() => Contact, {
    nullable: true,
    description: 'How to reach the person: for those who have an accepted request with them.',
  })
  contact(@CurrentViewer() viewer: Viewer, @Parent() academic: Academic) {
    return this.contacts.ofAcademic(viewer, academic.id);
  }

  @ResolveField(() => String, { description: 'When the contact is shown.' })
  contactRule(@Parent() academic: Academic) {
    return academic.claimed ? contactRule : unclaimedRule;
  }
}

const unclaimedRule =
  'This profile comes from a public register. How to reach the person is not known until they look after it themselves.';
