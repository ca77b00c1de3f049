import { Field, ObjectType } from '@nestjs/graphql';
import { Academic } from '#academics';
import type { RevealMoment } from '#opportunities';
import { Organisation } from '#organisations';
import type { RequestSide } from './request.states.js';

/** One side of a request, as the viewer may know it. */
@ObjectType({ description: 'One side of a request, as you may know it.' })
export class RequestParty {
  @Field(() => String, { nullable: true, description: 'academic or organisation; empty while it is hidden.' })
  kind: 'academic' | 'organisation' | null;

  @Field({ description: 'How the side is called; while it is hidden, a phrase that says so.' })
  name: string;

  @Field({ description: 'Whether it is hidden because the request is about a blind opportunity of this side.' })
  hidden: boolean;

  @Field({ description: 'Whether it is your side.' })
  mine: boolean;

  @Field(() => String, { nullable: true, description: 'Of an organisation: who writes for it, once somebody does.' })
  person: string | null;

  @Field(() => Academic, { nullable: true, description: 'The profile, where you may see it.' })
  academic: Academic | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation, where you may see it.' })
  organisation: Organisation | null;
}

/** What an office has to do with a request: it is told of it, or must approve it. */
export type OfficeDuty = 'told' | 'approves';

/** An office that is told of a request, or must approve it. */
@ObjectType({ description: 'An office that is told of a request, or must approve it.' })
export class RequestOffice {
  organisationId: string;

  @Field({ description: 'The organisation, where you may know it.' })
  organisation: string;

  @Field(() => String, { description: 'Whose office: sender or receiver.' })
  side: RequestSide;

  @Field(() => String, { description: 'told or approves.' })
  duty: OfficeDuty;

  @Field(() => String, { nullable: true, description: 'approved or refused; empty while it is open.' })
  decision: 'approved' | 'refused' | null;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;
}

/** How a side is called while a blind opportunity hides it, by when that shows who is behind it. */
export const hiddenName = (revealAfter: RevealMoment | null) =>
  revealAfter === 'nda' ? 'Hidden until the NDA is signed' : 'Hidden until accepted';

/** How an office is called to those who may not know whose it is. */
export const hiddenOffice = 'An office';
