import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TermObject } from '#taxonomy';
import type { PolicyEffect, PolicyKindCode, StoredPolicyRule } from './policy.rules.js';

/** One rule of a policy pack. */
@ObjectType({ description: 'One rule of a policy pack.' })
export class PolicyRule {
  @Field(() => String, { description: 'A kind of governanceChoices.policyKinds.' })
  kind: PolicyKindCode;

  @Field({ description: 'How the kind reads.' })
  label: string;

  @Field(() => String, { description: 'warn or block.' })
  effect: PolicyEffect;

  @Field(() => Int, { nullable: true, description: 'Days a year or weeks, by the kind.' })
  amount: number | null;

  @Field(() => [TermObject], { description: 'The ways of working or sectors that it speaks of.' })
  terms: TermObject[];

  @Field({ description: 'The organisation’s own words.' })
  note: string;

  @Field({ description: 'Where the organisation has written it.' })
  sourceTitle: string;

  @Field(() => String, { nullable: true })
  sourceUrl: string | null;
}

export type PolicyState = 'draft' | 'published';

/** One version of the policy of an organisation or a funder. It stays as it was saved. */
@Entity('policy_pack')
@ObjectType({ description: 'One version of the policy of an organisation or a funder.' })
export class PolicyPack {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @Field(() => ID, { nullable: true })
  organisationId: string | null;

  @Column('citext', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of a funder.' })
  funder: string | null;

  @Column('int')
  @Field(() => Int)
  version: number;

  @Column('text')
  @Field(() => String, { description: 'draft or published.' })
  state: PolicyState;

  @Column('jsonb', { name: 'rules' })
  stored: StoredPolicyRule[];

  @Field(() => [PolicyRule])
  rules: PolicyRule[];

  @Column('date', { name: 'valid_from' })
  @Field({ description: 'The first day on which it holds, as YYYY-MM-DD.' })
  validFrom: string;

  @Column('uuid', { name: 'edited_by', nullable: true })
  editedBy: string | null;

  @Field({ description: 'Whether it is the version that holds today.' })
  inForce: boolean;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;
}
