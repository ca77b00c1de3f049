import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StoredFile } from '#files';
import type { RequestSide } from '#requests';

/** That somebody has opened a document. */
@ObjectType({ description: 'That somebody has opened a document.' })
export class DocumentView {
  @Field(() => String, { nullable: true, description: 'Who, while they have an account.' })
  person: string | null;

  @Field()
  at: Date;
}

/** One version of a document of a collaboration. */
@Entity('collaboration_document')
@ObjectType({ description: 'One version of a document of a collaboration.' })
export class CollaborationDocument {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'collaboration_id' })
  @Field(() => ID)
  collaborationId: string;

  @Column('uuid', { name: 'series_id' })
  @Field(() => ID, { description: 'The same for all versions of one document.' })
  seriesId: string;

  @Column('int')
  @Field(() => Int, { description: 'The number of the version.' })
  number: number;

  /** Gone some time after the document was removed; one that is shown has it. */
  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string;

  @Field(() => StoredFile, { nullable: true, description: 'Empty while you may not open it.' })
  file: StoredFile | null;

  @Column('text')
  @Field({ description: 'Hidden while you may not open it.' })
  title: string;

  @Column('boolean')
  @Field({ description: 'Whether the other side opens it only once a confidentiality agreement is signed.' })
  restricted: boolean;

  @Column('text')
  @Field(() => String, { description: 'The side that added it: sender or receiver.' })
  side: RequestSide;

  @Field({ description: 'Whether your side added it.' })
  mine: boolean;

  @Field({ description: 'Whether you may open it.' })
  opens: boolean;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Field(() => [DocumentView], { description: 'Who has opened it, newest first; at most 50.' })
  views: DocumentView[];

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;
}
