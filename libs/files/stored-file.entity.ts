import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that somebody has uploaded. Its bytes are in the store; who may read them is said by what it is attached to. */
@Entity('stored_file')
@ObjectType({ description: 'A file that somebody has uploaded; its bytes are at /files/<id>.' })
export class StoredFile {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('text')
  sha256: string;

  @Column('int')
  @Field(() => Int, { description: 'In bytes.' })
  size: number;

  @Column('text', { name: 'media_type' })
  @Field({ description: 'Of its content, such as application/pdf.' })
  mediaType: string;

  @Column('text')
  @Field()
  name: string;

  @Column('text')
  purpose: string;

  @Column('uuid', { name: 'uploaded_by', nullable: true })
  uploadedBy: string | null;

  @Column('timestamptz', { name: 'attached_at', nullable: true })
  attachedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;
}
