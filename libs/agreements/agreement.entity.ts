import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StoredFile } from '#files';
import type { RequestSide } from '#requests';
import { AdviceSource, AgreementKind } from './navigator.objects.js';

export const agreementStates = ['draft', 'in-review', 'signed', 'ended'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** What may be done with an agreement as a whole. */
export const agreementActions = ['submit', 'reopen', 'end'] as const;
export type AgreementAction = (typeof agreementActions)[number];

/** One part of the heads of terms. */
@ObjectType({ description: 'One part of the heads of terms.' })
export class HeadsOfTermsSection {
  @Field()
  code: string;

  @Field()
  title: string;

  @Field()
  text: string;
}

/** That one side has signed. */
@ObjectType({ description: 'That one side has signed.' })
export class AgreementSignature {
  @Field(() => String, { description: 'sender or receiver.' })
  side: RequestSide;

  @Field({ description: 'Who signed.' })
  signatory: string;

  @Field({ description: 'In which role.' })
  role: string;

  @Field(() => String, { description: 'The day, as YYYY-MM-DD.' })
  signedOn: string;

  @Field(() => String, { nullable: true, description: 'Who recorded it, while they have an account.' })
  recordedBy: string | null;

  @Field()
  createdAt: Date;
}

/** One step towards a signed agreement. */
@ObjectType({ description: 'One step towards a signed agreement.' })
export class AgreementStep {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field({ description: 'The role whose step it is.' })
  owner: string;

  @Field()
  ownerLabel: string;

  @Field(() => String, { nullable: true, description: 'The target day, as YYYY-MM-DD.' })
  dueOn: string | null;

  @Field(() => String, { nullable: true, description: 'The day on which it was done, as YYYY-MM-DD.' })
  doneOn: string | null;

  @Field({ description: 'Whether its day has passed and it is not done.' })
  late: boolean;

  @Field(() => AdviceSource)
  source: AdviceSource;
}

/** An agreement between the two sides of a collaboration, from draft to signed. */
@Entity('agreement')
@ObjectType({ description: 'An agreement between the two sides of a collaboration, from draft to signed.' })
export class Agreement {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'collaboration_id' })
  @Field(() => ID)
  collaborationId: string;

  @Column('int')
  @Field(() => Int, { description: 'Pass it on when you change something: a stale change is refused.' })
  version: number;

  @Column('text', { name: 'kind' })
  kindCode: string;

  @Field(() => AgreementKind)
  kind: AgreementKind;

  @Column('jsonb')
  answers: Record<string, string>;

  @Column('text')
  @Field(() => String, { description: 'draft, in-review, signed or ended.' })
  state: AgreementState;

  @Column('jsonb')
  @Field(() => [HeadsOfTermsSection], { description: 'The heads of terms.' })
  sections: HeadsOfTermsSection[];

  @Column('int', { name: 'terms_number' })
  @Field(() => Int, { description: 'The number of the terms that the heads of terms were filled in from.' })
  termsNumber: number;

  @Field({ description: 'Whether the terms of the collaboration have changed since.' })
  termsChanged: boolean;

  @Column('date', { name: 'signed_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'The day of the last signature, as YYYY-MM-DD.' })
  signedOn: string | null;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Field(() => StoredFile, { nullable: true, description: 'The signed copy.' })
  file: StoredFile | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Field(() => [AgreementSignature])
  signatures: AgreementSignature[];

  @Field(() => [AgreementStep], { description: 'The earliest first.' })
  steps: AgreementStep[];

  @Field(() => [String], { description: 'What you may do with it now: edit, submit, reopen, sign, end.' })
  actions: string[];

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  @Field()
  updatedAt: Date;
}
