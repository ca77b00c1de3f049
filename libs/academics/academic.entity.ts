import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Organisation, Place, type ProfileVisibility } from '#organisations';
import { TermObject } from '#taxonomy';

/** When and how much somebody could work with a partner. */
@ObjectType({ description: 'When and how much somebody could work with a partner.' })
export class Availability {
  @Field(() => String, { nullable: true, description: 'The first day, as YYYY-MM-DD.' })
  from: string | null;

  @Field(() => Float, { nullable: true, description: 'The share of full time, 0 to 1.' })
  fte: number | null;

  @Field(() => String, { nullable: true, description: 'on-site, hybrid or remote.' })
  placeMode: string | null;
}

/** A publication, trial or product that an academic worked on. */
@Entity('academic_work')
@ObjectType({ description: 'A publication, trial or product that an academic worked on.' })
export class Work {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'academic_id' })
  academicId: string;

  @Column('int')
  position: number;

  @Column('text')
  @Field({ description: 'publication, trial, product or other.' })
  kind: string;

  @Column('text')
  @Field()
  title: string;

  @Column('text')
  @Field()
  abstract: string;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true })
  year: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'A DOI, trial registration number or the like.' })
  identifier: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  venue: string | null;

  @Column('boolean')
  @Field({ description: 'Whether the academic put it first.' })
  featured: boolean;

  @Column('text', { name: 'mesh_headings', array: true })
  @Field(() => [String])
  meshHeadings: string[];
}

/** Who may see one field of a profile; how to reach a person is shown only after a request was accepted. */
export type FieldVisibility = 'public' | 'members' | 'only-me';

/** Who may read one field of a profile. */
@ObjectType('FieldVisibility', { description: 'Who may read one field of a profile.' })
export class ShownField {
  @Field()
  field: string;

  @Field({ description: 'public, members or only-me.' })
  visibility: string;
}

/** A clinician who also does research: the person that companies look for. */
@Entity('academic')
@ObjectType({ description: 'A clinician who also does research.' })
export class Academic {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Goes up with each change; pass it back with an update.' })
  version: number;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Field({ description: 'Whether the person looks after this profile; an unclaimed one came from a public register.' })
  claimed: boolean;

  @Field({ description: 'The name as it is written.' })
  name: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  honorific: string | null;

  @Column('text', { name: 'given_name' })
  @Field()
  givenName: string;

  @Column('text', { name: 'family_name' })
  @Field()
  familyName: string;

  @Column('text', { name: 'profession', nullable: true })
  professionCode: string | null;

  @Field(() => TermObject, { nullable: true })
  profession: TermObject | null;

  @Column('text', { name: 'regulator', nullable: true })
  regulatorCode: string | null;

  @Field(() => TermObject, { nullable: true })
  regulator: TermObject | null;

  @Column('text', { name: 'registration_number', nullable: true })
  registrationNumber: string | null;

  @Column('text', { name: 'career_stage', nullable: true })
  careerStageCode: string | null;

  @Field(() => TermObject, { nullable: true })
  careerStage: TermObject | null;

  @Column('text', { name: 'training_status', nullable: true })
  trainingStatusCode: string | null;

  @Field(() => TermObject, { nullable: true })
  trainingStatus: TermObject | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  specialty: string | null;

  @Column('text', { name: 'job_title', nullable: true })
  @Field(() => String, { nullable: true })
  jobTitle: string | null;

  @Column('uuid', { name: 'employer_id', nullable: true })
  employerId: string | null;

  @Field(() => Organisation, { nullable: true, description: 'Who employs the person in practice.' })
  employer: Organisation | null;

  @Column('uuid', { name: 'university_id', nullable: true })
  universityId: string | null;

  @Field(() => Organisation, { nullable: true, description: 'Where the person does research.' })
  university: Organisation | null;

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

  @Column('text')
  @Field()
  summary: string;

  @Column('text', { name: 'topics', array: true })
  topicCodes: string[];

  @Field(() => [TermObject], { description: 'Research interests, most important first.' })
  topics: TermObject[];

  @Column('text', { array: true })
  @Field(() => [String])
  methods: string[];

  @Column('text')
  @Field({ description: 'What I offer.' })
  offer: string;

  @Column('text')
  @Field({ description: 'What I want.' })
  want: string;

  @Column('text', { name: 'working_style' })
  @Field({ description: 'How I would work with you.' })
  workingStyle: string;

  @Column('text', { name: 'engagement_types', array: true })
  engagementTypeCodes: string[];

  @Field(() => [TermObject], { description: 'The ways of working together that are wanted.' })
  engagementTypes: TermObject[];

  @Column('text', { name: 'sectors', array: true })
  sectorCodes: string[];

  @Field(() => [TermObject], { description: 'The sectors that are wanted.' })
  sectors: TermObject[];

  @Column('date', { name: 'available_from', nullable: true })
  availableFrom: string | null;

  @Column('real', { name: 'available_fte', nullable: true })
  availableFte: number | null;

  @Column('text', { name: 'place_mode', nullable: true })
  placeMode: string | null;

  @Field(() => Availability)
  availability: Availability;

  @Column('text', { name: 'industry_experience' })
  @Field()
  industryExperience: string;

  @Column('citext', { name: 'contact_email', nullable: true })
  contactEmail: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The ORCID iD, without https://orcid.org/.' })
  orcid: string | null;

  @Column('boolean', { name: 'orcid_authenticated' })
  @Field({ description: 'Whether the person signed in at ORCID to show that the iD is theirs.' })
  orcidAuthenticated: boolean;

  @Column('text')
  visibility: ProfileVisibility;

  @Column('jsonb', { name: 'field_visibility' })
  fieldVisibility: Record<string, FieldVisibility>;

  @Field(() => String, {
    name: 'visibility',
    nullable: true,
    description: 'public, members or hidden: for the owner alone to know; null for everybody else.',
  })
  shownTo: ProfileVisibility | null;

  @Field(() => [ShownField], {
    name: 'fieldVisibility',
    nullable: true,
    description: 'Who may read each field: for the owner alone to know; null for everybody else.',
  })
  fieldsShownTo: ShownField[] | null;

  @Field(() => [Work], { description: 'Publications, trials and products; featured ones first; at most 500.' })
  works: Work[];

  /** At which level this copy is read: what is more private than that is left out of it. */
  readAs: FieldVisibility;

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
}
