import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Criterion, Opportunity, type StoredCriterion } from '#opportunities';
import { TermObject } from '#taxonomy';
import { RequestNda } from './request.nda.js';
import { RequestOffice, RequestParty } from './request.party.js';
import type { RequestAction, RequestSide, RequestState } from './request.states.js';

/** What the viewer is to a request: one of its sides, or the office of one. */
export type RequestRole = RequestSide | 'office';

/** What the sender proposes. */
@ObjectType({ description: 'What the sender proposes.' })
export class RequestTerms {
  @Field(() => String, { nullable: true, description: 'The first day, as YYYY-MM-DD.' })
  startsOn: string | null;

  @Field(() => Int, { nullable: true })
  lengthMonths: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of full time, 0 to 1.' })
  fte: number | null;

  @Field(() => String, { nullable: true, description: 'on-site, hybrid or remote.' })
  placeMode: string | null;

  @Field(() => String, { nullable: true, description: 'Who would pay, and how.' })
  funding: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;
}

/** One side asks the other to work together. */
@Entity('collaboration_request')
@ObjectType({ description: 'One side asks the other to work together.' })
export class CollaborationRequest {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  version: number;

  @Column('uuid', { name: 'sender_account_id', nullable: true })
  senderAccountId: string | null;

  @Column('uuid', { name: 'sender_academic_id', nullable: true })
  senderAcademicId: string | null;

  @Column('uuid', { name: 'sender_organisation_id', nullable: true })
  senderOrganisationId: string | null;

  /** The academic's or the organisation's id, by the database. */
  @Column('uuid', { name: 'sender_id', nullable: true })
  senderId: string | null;

  @Field(() => RequestParty)
  sender: RequestParty;

  @Column('uuid', { name: 'receiver_account_id', nullable: true })
  receiverAccountId: string | null;

  @Column('uuid', { name: 'receiver_academic_id', nullable: true })
  receiverAcademicId: string | null;

  @Column('uuid', { name: 'receiver_organisation_id', nullable: true })
  receiverOrganisationId: string | null;

  @Column('uuid', { name: 'receiver_id', nullable: true })
  receiverId: string | null;

  @Field(() => RequestParty)
  receiver: RequestParty;

  @Field(() => String, { description: 'What you are to it: sender, receiver or office.' })
  role: RequestRole;

  @Column('uuid', { name: 'opportunity_id', nullable: true })
  opportunityId: string | null;

  @Column('text', { name: 'opportunity_of', nullable: true })
  opportunityOf: RequestSide | null;

  @Field(() => Opportunity, { nullable: true, description: 'The brief or project idea that it is about.' })
  opportunity: Opportunity | null;

  @Column('text', { name: 'type' })
  typeCode: string;

  @Field(() => TermObject, { description: 'The way of working together that is asked for.' })
  type: TermObject;

  @Column('text')
  @Field({ description: 'Why the sender asks, in 50 to 600 characters.' })
  reason: string;

  @Column('date', { name: 'starts_on', nullable: true })
  startsOn: string | null;

  @Column('int', { name: 'length_months', nullable: true })
  lengthMonths: number | null;

  @Column('real', { nullable: true })
  fte: number | null;

  @Column('text', { name: 'place_mode', nullable: true })
  placeMode: string | null;

  @Column('text', { nullable: true })
  funding: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Field(() => RequestTerms)
  terms: RequestTerms;

  @Column('jsonb', { name: 'mismatch' })
  mismatchStored: StoredCriterion[];

  @Field(() => [Criterion], { description: 'Conditions of the opportunity that the sender knew were not met.' })
  mismatch: Criterion[];

  @Column('boolean', { name: 'may_be_referred' })
  @Field({ description: 'Whether the sender agreed that the receiver may pass it on to a colleague.' })
  mayBeReferred: boolean;

  @Column('uuid', { name: 'referred_from_id', nullable: true })
  referredFromId: string | null;

  @Field({ description: 'Whether a colleague of the receiver passed it on.' })
  referred: boolean;

  @Column('text')
  @Field(() => String, {
    description:
      'office-review, delivered, asked, awaiting-nda, accepted, declined, referred, withdrawn, expired or refused.',
  })
  state: RequestState;

  @Column('text', { name: 'previous_state' })
  previousState: RequestState | 'draft';

  @Field({ description: 'Whether it waits for you.' })
  replyDue: boolean;

  @Field(() => [String], {
    description:
      'What you may do with it now: accept, sign, decline, ask, answer, refer, withdraw, undo, approve, refuse, write.',
  })
  actions: (RequestAction | 'write')[];

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  @Field(() => Date, { nullable: true })
  deliveredAt: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when you may take your decision back, if you may.' })
  undoUntil: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends unanswered; empty once it is no longer open.' })
  openUntil: Date | null;

  @Column('int', { name: 'sender_news' })
  senderNews: number;

  @Column('int', { name: 'receiver_news' })
  receiverNews: number;

  @Field(() => Int, { description: 'How much has happened that was news to your side; pass it on to markRequestRead.' })
  news: number;

  @Field(() => Int, { description: 'How much of that you have not read.' })
  unread: number;

  @Field({ description: 'Whether you have put it away.' })
  archived: boolean;

  @Field(() => [RequestOffice], { description: 'The offices that are told of it or must approve it.' })
  offices: RequestOffice[];

  @Field(() => String, {
    nullable: true,
    description:
      'Which side signs an NDA before it is shown who is behind the blind opportunity: sender or receiver; null where none is asked for.',
  })
  ndaOf: RequestSide | null;

  @Field(() => RequestNda, { nullable: true, description: 'That it was signed. Not for offices.' })
  nda: RequestNda | null;

  @Field({ description: 'When you are shown how to reach the other side.' })
  contactRule: string;

  /** Whether the viewer is shown how to reach the other side. */
  showsContact: boolean;

  /** Whether the opportunity is blind. */
  blind: boolean;

  /** Whether each side may act. */
  senderVerified: boolean;
  receiverVerified: boolean;

  /** Whether somebody on the sender's side has opened it since it was decided. */
  decisionSeen: boolean;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  @Field()
  updatedAt: Date;
}
