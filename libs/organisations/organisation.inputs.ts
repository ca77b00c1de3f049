import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';

/** What its administrators say of an organisation; a field left out stays as it is. */
@InputType()
export class OrganisationProfileInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @Line(2, 300)
  name?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(4_000, { message: 'summary must have at most 4,000 characters' })
  summary?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(4_000, { message: 'lookingFor must have at most 4,000 characters' })
  lookingFor?: string;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary sector: companies only.' })
  @IsOptional()
  @IsString()
  sector?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary segment: companies only.' })
  @IsOptional()
  @IsString()
  segment?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary topic, most important first.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'topics must be at most 30' })
  topics?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary engagement-type.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'engagementTypes must be at most 30' })
  engagementTypes?: string[];

  @Field(() => String, { nullable: true, description: 'micro, small, medium or large.' })
  @IsOptional()
  @Matches(/^(micro|small|medium|large)$/, { message: 'size must be micro, small, medium or large' })
  size?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'city must have at most 120 characters' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary region.' })
  @IsOptional()
  @IsString()
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary nation.' })
  @IsOptional()
  @IsString()
  nation?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^https?:\/\/[^\s]{3,300}$/, { message: 'website must start with https:// or http://' })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'The number in the register of companies.' })
  @IsOptional()
  @Matches(/^[A-Z0-9]{2}[0-9]{6}$/, { message: 'registerNumber must be 8 characters, such as 01234567 or SC123456' })
  registerNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'The ROR identifier, such as 03yrm5c26.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  rorId?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1000, { message: 'established must be a year' })
  @Max(2200, { message: 'established must be a year' })
  established?: number | null;
}

/** An organisation that is not in the directory yet. The person who registers it becomes its first administrator. */
@InputType()
export class RegisterOrganisationInput extends OrganisationProfileInput {
  @Field()
  @IsString()
  @Line(2, 300)
  declare name: string;

  @Field({ description: 'A code of the vocabulary organisation-type.' })
  @IsString()
  type: string;

  @Field({
    description: 'Any text of 8 to 255 characters that is new for each registration; a repeat changes nothing.',
  })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** A change of an organisation's profile. */
@InputType()
export class UpdateOrganisationInput extends OrganisationProfileInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be the id of an organisation' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  version: number;

  @Field(() => String, { nullable: true, description: 'public, members or hidden.' })
  @IsOptional()
  @Matches(/^(public|members|hidden)$/, { message: 'visibility must be public, members or hidden' })
  visibility?: 'public' | 'members' | 'hidden';
}
