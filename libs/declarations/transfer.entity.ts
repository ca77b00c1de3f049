import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NamingConsent, RecipientKind, TransferAction, TransferRole, TransferState } from './transfer.policy.js';

/** Money, or something worth money, that a company gave to somebody in health care. */
@Entity('transfer_of_value')
@ObjectType({ description: 'Money, or something worth money, that a company gave to somebody in health care.' })
export class TransferOfValue {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Goes up with each change; pass it back with a correction.' })
  version: number;

  @Column('uuid', { name: 'organisation_id' })
  @Field(() => ID, { description: 'The company.' })
  organisationId: string;

  @Field({ description: 'The company.' })
  organisationName: string;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('text', { name: 'recipient_kind' })
  @Field(() => String, { description: 'hcp for a person, hco for an organisation.' })
  recipientKind: RecipientKind;

  @Column('uuid', { name: 'academic_id', nullable: true })
  @Field(() => ID, { nullable: true })
  academicId: string | null;

  @Column('uuid', { name: 'recipient_organisation_id', nullable: true })
  @Field(() => ID, { nullable: true })
  recipientOrganisationId: string | null;

  @Field(() => String, { nullable: true, description: 'Who got it; empty where they are no longer known here.' })
  recipientName: string | null;

  /** The organisation that employs the recipient. */
  employerId: string | null;

  @Field(() => [String], { description: 'What you are to it: company, recipient, office.' })
  roles: TransferRole[];

  @Field(() => [String], { description: 'What you may do with it now: correct, dispute, consent.' })
  actions: TransferAction[];

  @Column('text')
  @Field({ description: 'A code of declarationTerms.transferCategories.' })
  category: string;

  @Column('int', { name: 'amount_pence' })
  @Field(() => Int, { description: 'In pence sterling.' })
  amountPence: number;

  @Column('date', { name: 'paid_on' })
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  paidOn: string;

  @Column('int', { nullable: true })
  @Field(() => Int, { description: 'The calendar year in which it is disclosed.' })
  year: number;

  @Column('text')
  @Field()
  description: string;

  @Column('uuid', { name: 'collaboration_id', nullable: true })
  @Field(() => ID, { nullable: true })
  collaborationId: string | null;

  @Column('text')
  @Field(() => String, { description: 'Whether the recipient agreed to be named: asked, given, refused, withdrawn.' })
  consent: NamingConsent;

  @Column('timestamptz', { name: 'consent_at' })
  @Field({ description: 'Since when.' })
  consentAt: Date;

  @Column('uuid', { name: 'consent_by', nullable: true })
  consentBy: string | null;

  @Field({ description: 'Whether the return of the year names the recipient as it stands now.' })
  named: boolean;

  @Column('text')
  @Field(() => String, { description: 'recorded, disputed or corrected.' })
  state: TransferState;

  @Column('text', { name: 'dispute_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the recipient says is wrong.' })
  disputeReason: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
