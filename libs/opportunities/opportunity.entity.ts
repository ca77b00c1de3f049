import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Academic } from '#academics';
import { Organisation, Place } from '#organisations';
import { TermObject } from '#taxonomy';

/** Which vocabularies a condition may be on. */
export const criterionFacets = [
  'topic',
  'profession',
  'career-stage',
  'training-status',
  'engagement-type',
  'region',
  'nation',
  'sector',
  'place-mode',
] as const;

export type CriterionFacet = (typeof criterionFacets)[number];

/** A condition on the other side: it has this code, or not. */
@ObjectType({ description: 'A condition on the other side: it has this code, or not.' })
export class Criterion {
  @Field(() => String, { description: criterionFacets.join(', ') })
  facet: CriterionFacet;

  @Field()
  code: string;

  @Field({ description: 'How the code reads.' })
  label: string;
}

/** A stored condition: how it reads is looked up. */
export type StoredCriterion = Pick<Criterion, 'facet' | 'code'>;

/** Which side offers: a company its brief, or an academic a project idea. */
export type OpportunitySide = 'company' | 'academic';

/** When a blind opportunity shows who is behind it: once both sides have said yes, or once an NDA is signed as well. */
export const revealMoments = ['acceptance', 'nda'] as const;

export type RevealMoment = (typeof revealMoments)[number];

export type OpportunityState = 'draft' | 'published' | 'closed' | 'expired';

/** A company's brief or an academic's project idea. */
@Entity('opportunity')
@ObjectType({ description: 'A company’s brief or an academic’s project idea.' })
export class Opportunity {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Goes up with each change; pass it back with an update.' })
  version: number;

  @Column('text')
  @Field(() => String, { description: 'company (a brief) or academic (a project idea).' })
  side: OpportunitySide;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Field(() => Organisation, { nullable: true, description: 'Who offers; empty while a blind brief is not revealed.' })
  organisation: Organisation | null;

  @Column('uuid', { name: 'academic_id', nullable: true })
  academicId: string | null;

  @Field(() => Academic, { nullable: true, description: 'Whose idea it is; empty while it is not revealed.' })
  academic: Academic | null;

  @Column('text', { name: 'opportunity_type' })
  opportunityTypeCode: string;

  @Field(() => TermObject, { description: 'What is offered.' })
  opportunityType: TermObject;

  @Column('text')
  @Field()
  title: string;

  @Column('text')
  @Field()
  summary: string;

  @Column('text')
  @Field({ description: 'The whole brief.' })
  text: string;

  @Column('text', { name: 'topics', array: true })
  topicCodes: string[];

  @Field(() => [TermObject])
  topics: TermObject[];

  @Column('text', { name: 'sectors', array: true })
  sectorCodes: string[];

  @Field(() => [TermObject])
  sectors: TermObject[];

  @Column('text', { name: 'professions', array: true })
  professionCodes: string[];

  @Field(() => [TermObject], { description: 'The professions that are wanted.' })
  professions: TermObject[];

  @Column('text', { name: 'career_stages', array: true })
  careerStageCodes: string[];

  @Field(() => [TermObject], { description: 'The career stages that are wanted.' })
  careerStages: TermObject[];

  @Column('text', { name: 'engagement_types', array: true })
  engagementTypeCodes: string[];

  @Field(() => [TermObject])
  engagementTypes: TermObject[];

  @Column('jsonb', { name: 'must_have' })
  mustHaveStored: StoredCriterion[];

  @Field(() => [Criterion], { description: 'Without these it is no match.' })
  mustHave: Criterion[];

  @Column('jsonb', { name: 'nice_to_have' })
  niceToHaveStored: StoredCriterion[];

  @Field(() => [Criterion])
  niceToHave: Criterion[];

  @Column('jsonb', { name: 'exclude' })
  excludeStored: StoredCriterion[];

  @Field(() => [Criterion], { description: 'With one of these it is no match.' })
  exclude: Criterion[];

  @Column('date', { name: 'starts_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  startsOn: string | null;

  @Column('int', { name: 'length_months', nullable: true })
  @Field(() => Int, { nullable: true })
  lengthMonths: number | null;

  @Column('real', { nullable: true })
  @Field(() => Float, { nullable: true, description: 'The share of full time, 0 to 1.' })
  fte: number | null;

  @Column('text', { name: 'place_mode', nullable: true })
  @Field(() => String, { nullable: true, description: 'on-site, hybrid or remote.' })
  placeMode: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { name: 'region', nullable: true })
  regionCode: string | null;

  @Column('text', { name: 'nation', nullable: true })
  nationCode: string | null;

  @Field(() => Place)
  place: Place;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  funding: string | null;

  @Column('date', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The last day to ask, as YYYY-MM-DD.' })
  deadline: string | null;

  @Column('boolean')
  @Field({ description: 'Whether it stays hidden who is behind it; revealAfter says until when.' })
  blind: boolean;

  @Column('text', { name: 'reveal_after' })
  @Field(() => String, {
    nullable: true,
    description:
      'Of a blind one: acceptance (who is behind it is shown once both sides have said yes) or nda (once the other side has signed a confidentiality undertaking as well).',
  })
  revealAfter: RevealMoment | null;

  @Column('text')
  @Field(() => String, { description: 'draft, published, closed or expired.' })
  state: OpportunityState;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  @Field(() => Date, { nullable: true })
  publishedAt: Date | null;

  @Column('text')
  @Field({ description: 'Where the record came from.' })
  source: string;

  @Column('text', { name: 'source_key', nullable: true })
  sourceKey: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  @Field()
  updatedAt: Date;

  @Field({ description: 'Whether you may change it.' })
  mine: boolean;
}
