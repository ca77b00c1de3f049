import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PlanFacts } from './plan.objects.js';

/** What stands in one field of the application form. */
@ObjectType({ description: 'What stands in one field of the application form.' })
export class FormValue {
  @Field()
  code: string;

  @Field()
  value: string;
}

/** A plan that somebody keeps; nobody else sees it. */
@Entity('training_plan')
@ObjectType({ description: 'A plan for time away from training or a post. Only you see yours.' })
export class TrainingPlan {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Goes up with each change; pass it back when you save.' })
  version: number;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  @Field()
  name: string;

  @Column('jsonb')
  @Field(() => PlanFacts)
  facts: PlanFacts;

  @Column('jsonb', { name: 'form' })
  formStored: Record<string, string>;

  @Field(() => [FormValue], { description: 'What you have written into the application form.' })
  form: FormValue[];

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  @Field()
  updatedAt: Date;
}
