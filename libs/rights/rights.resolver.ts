import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, Line } from '#graphql';
import { AddressService } from './address.service.js';
import { ErasureService } from './erasure.service.js';
import { HeldOfAddress, MyData } from './rights.objects.js';

@InputType()
export class AskForErasureInput {
  @Field({ description: 'The e-mail address of your account, typed once more.' })
  @Line(3, 254)
  confirmation: string;

  @Field(() => String, {
    nullable: true,
    description: 'The password of your account; needed unless you have signed in a few minutes ago.',
  })
  @IsOptional()
  @IsString({ message: 'password must be a text' })
  @MaxLength(128, { message: 'password must have at most 128 characters' })
  password?: string | null;
}

/** A person's rights over their data; the copy itself is at /downloads/my-data/mine.json and mine.pdf. */
@Resolver()
export class RightsResolver {
  constructor(
    @Inject(ErasureService) private readonly erasures: ErasureService,
    @Inject(AddressService) private readonly addresses: AddressService,
  ) {}

  @Access('signed-in')
  @Query(() => MyData, {
    description: 'What is held about you, what an erasure would do with it, and whether one waits.',
  })
  myData(@CurrentViewer() viewer: Viewer) {
    return this.erasures.mine(viewer);
  }

  @Access('signed-in')
  @Mutation(() => MyData, {
    description: 'Asks for your account to be erased after some days; asking again changes nothing.',
  })
  askForErasure(@CurrentViewer() viewer: Viewer, @Args('input') { confirmation, password }: AskForErasureInput) {
    return this.erasures.ask(viewer, { confirmation, password: password ?? null });
  }

  @Access('signed-in')
  @Mutation(() => MyData, { description: 'Keeps your account after all.' })
  cancelErasure(@CurrentViewer() viewer: Viewer) {
    return this.erasures.cancel(viewer);
  }

  @Access('platform-admin')
  @Query(() => [HeldOfAddress], { description: 'What is held under an address that has no account.' })
  heldOfAddress(@Args('address') address: string) {
    return this.addresses.held(address);
  }

  @Access('platform-admin')
  @Mutation(() => Boolean, {
    description:
      'Erases an address that has no account, and the names that came with it; false where nothing was held.',
  })
  eraseAddress(@CurrentViewer() viewer: Viewer, @Args('address') address: string) {
    return this.addresses.eraseAddress(viewer, address);
  }

  @Access('platform-admin')
  @Mutation(() => Boolean, { description: 'Erases a profile that nobody has taken over; no import brings it back.' })
  eraseProfile(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.addresses.eraseProfile(viewer, id);
  }
}
