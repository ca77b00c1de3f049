import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Actor, RequestAction, RequestSide, RequestState } from './request.states.js';

/** What is written down of a request besides its steps. */
export type RecordedAction = RequestAction | 'passed-on' | 'contact-seen' | 'remind';

/** One thing that was done with a request. Nothing in it ever changes. */
@ObjectType({ description: 'One thing that was done with a request.' })
export class RequestEvent {
  @Field(() => ID)
  id: string;

  requestId: string;

  @Field(() => String, {
    description:
      'send, approve, refuse, ask, answer, accept, sign, decline, refer, passed-on, withdraw, expire, undo, contact-seen or remind.',
  })
  action: RecordedAction;

  @Field(() => String, { nullable: true, description: 'The state before, where it was a step.' })
  from: RequestState | 'draft' | null;

  @Field(() => String, { nullable: true, description: 'The state after, where it was a step.' })
  to: RequestState | null;

  @Field(() => String, { description: 'Who did it: sender, receiver, office or clock.' })
  side: Actor;

  @Field(() => String, { nullable: true, description: 'The person’s or the office’s name, where you may know it.' })
  by: string | null;

  @Field(() => String, { nullable: true, description: 'Of a decline: the code of the reason.' })
  reason: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field()
  at: Date;
}

export type MessageKind = 'text' | 'question' | 'answer' | 'times' | 'pick';

/** One message between the two sides. Nothing in it ever changes. */
@ObjectType({ description: 'One message between the two sides of a request.' })
export class RequestMessage {
  @Field(() => ID)
  id: string;

  requestId: string;

  @Field(() => String, { description: 'text, question, answer, times (proposed) or pick (one of them).' })
  kind: MessageKind;

  @Field(() => String, { description: 'Who wrote it: sender or receiver.' })
  side: RequestSide;

  @Field({ description: 'Whether you wrote it yourself.' })
  mine: boolean;

  @Field(() => String, { nullable: true, description: 'The person’s name, where you may know it.' })
  by: string | null;

  @Field()
  text: string;

  @Field(() => [Date], { description: 'Of proposed times: up to five; of a pick: the one.' })
  slots: Date[];

  @Field(() => Int, { nullable: true, description: 'How long the meeting would take.' })
  minutes: number | null;

  @Field(() => ID, { nullable: true, description: 'Of a pick: the message that proposed the time.' })
  proposalId: string | null;

  @Field()
  at: Date;
}
