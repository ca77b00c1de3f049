import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TermObject } from '#taxonomy';

/** Where something is. */
@ObjectType({ description: 'Where something is.' })
export class Place {
  @Field(() => String, { nullable: true })
  city: string | null;

  @Field(() => TermObject, { nullable: true })
  region: TermObject | null;

  @Field(() => TermObject, { nullable: true })
  nation: TermObject | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country: string | null;
}

/** How far a company's or institution's identity has been checked. */
export type Verification = 'unverified' | 'pending' | 'verified' | 'revoked';

/** How requests to the people of an organisation reach its office. */
export type RequestPolicy = 'direct' | 'office-told' | 'office-approves';

/** Who may see a profile at all. */
export type ProfileVisibility = 'public' | 'members' | 'hidden';

/** A company, university, NHS organisation, institute or charity. */
@Entity('organisation')
@ObjectType({ description: 'A company, university, NHS organisation, institute or charity.' })
export class Organisation {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Goes up with each change; pass it back with an update.' })
  version: number;

  @Column('text')
  @Field({ description: 'The last part of its address.' })
  slug: string;

  @Column('text')
  @Field()
  name: string;

  @Column('text', { array: true })
  @Field(() => [String])
  aliases: string[];

  @Column('text', { name: 'type' })
  typeCode: string;

  @Field(() => TermObject)
  type: TermObject;

  @Column('text', { name: 'sector', nullable: true })
  sectorCode: string | null;

  @Field(() => TermObject, { nullable: true, description: 'Of a company: its sector.' })
  sector: TermObject | null;

  @Column('text', { name: 'segment', nullable: true })
  segmentCode: string | null;

  @Field(() => TermObject, { nullable: true, description: 'Of a company: its finer segment.' })
  segment: TermObject | null;

  @Column('text')
  @Field()
  summary: string;

  @Column('text', { name: 'looking_for' })
  @Field({ description: 'What it looks for in a partner.' })
  lookingFor: string;

  @Column('text', { name: 'topics', array: true })
  topicCodes: string[];

  @Field(() => [TermObject])
  topics: TermObject[];

  @Column('text', { name: 'engagement_types', array: true })
  engagementTypeCodes: string[];

  @Field(() => [TermObject], { description: 'The ways of working together that it offers.' })
  engagementTypes: TermObject[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'micro, small, medium or large.' })
  size: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { name: 'region', nullable: true })
  regionCode: string | null;

  @Column('text', { name: 'nation', nullable: true })
  nationCode: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Field(() => Place)
  place: Place;

  @Column('text', { name: 'ror_id', nullable: true })
  @Field(() => String, { nullable: true, description: 'The ROR identifier, without https://ror.org/.' })
  rorId: string | null;

  @Column('text', { name: 'register_number', nullable: true })
  @Field(() => String, { nullable: true, description: 'The number in the register of companies.' })
  registerNumber: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  website: string | null;

  @Column('text', { name: 'email_domains', array: true })
  emailDomains: string[];

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true })
  established: number | null;

  @Column('text')
  @Field(() => String, { description: 'unverified, pending, verified or revoked.' })
  verification: Verification;

  @Column('text', { name: 'verification_evidence', nullable: true })
  verificationEvidence: string | null;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;

  @Column('text', { name: 'request_policy' })
  @Field(() => String, { description: 'direct, office-told or office-approves.' })
  requestPolicy: RequestPolicy;

  @Column('text')
  visibility: ProfileVisibility;

  @Column('text')
  @Field({ description: 'Where the record came from.' })
  source: string;

  @Column('text', { name: 'source_key', nullable: true })
  sourceKey: string | null;

  @Column('text', { nullable: true })
  logo: string | null;

  @Column('text', { nullable: true })
  metadata: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  @Field()
  updatedAt: Date;
}
