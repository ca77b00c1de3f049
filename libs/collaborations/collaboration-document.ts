import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { RequestSide } from '#requests';

/** One version of a document. */
@ObjectType({ description: 'One version of a document.' })
export class CollaborationDocumentVersion {
  documentId: string;

  @Field(() => Int)
  number: number;

  @Field(() => ID, { description: 'Its bytes are at /files/<fileId>, for whoever may open it.' })
  fileId: string;

  @Field({ description: 'The name of the file.' })
  fileName: string;

  @Field()
  mediaType: string;

  @Field(() => Int, { description: 'In bytes.' })
  size: number;

  @Field(() => String, { nullable: true, description: 'Who brought it, while they have an account.' })
  person: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field()
  createdAt: Date;
}

/** Somebody who has opened a version of a document. */
@ObjectType({ description: 'Somebody who has opened a version of a document.' })
export class DocumentView {
  @Field(() => Int)
  version: number;

  @Field(() => String, { nullable: true })
  person: string | null;

  @Field()
  at: Date;
}

/** A document of a collaboration. While it is locked for the viewer, there is nothing of it but its name and the rule. */
@ObjectType({ description: 'A document; while it is locked for you, nothing of it but its name and the rule.' })
export class CollaborationDocument {
  @Field(() => ID)
  id: string;

  collaborationId: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  kind: string | null;

  @Field(() => String, { description: 'The side that brought it: sender or receiver.' })
  side: RequestSide;

  @Field({ description: 'Whether the other side opens it only once what it waits for is in place.' })
  restricted: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is locked for you; null where you may open it.' })
  locked: string | null;

  @Field(() => Int, { description: 'The number of its newest version; pass it on when you bring a newer one.' })
  latest: number;

  @Field(() => [CollaborationDocumentVersion], { description: 'Newest first.' })
  versions: CollaborationDocumentVersion[];

  @Field(() => [DocumentView], { description: 'Who has opened it, newest first, at most 100.' })
  views: DocumentView[];

  @Field(() => Date, { nullable: true })
  removedAt: Date | null;

  @Field(() => String, { nullable: true })
  removedBy: string | null;

  @Field()
  createdAt: Date;
}

export type DocumentRow = Omit<CollaborationDocument, 'locked' | 'versions' | 'views'>;

const documentColumns = `d.id, d.collaboration_id AS "collaborationId", d.name, d.kind, d.side, d.restricted, d.latest,
  d.removed_at AS "removedAt", h.name AS "removedBy", d.created_at AS "createdAt"`;

export const documentsSql = `
  SELECT ${documentColumns} FROM collaboration_document d LEFT JOIN account_holder h ON h.id = d.removed_by
  WHERE d.collaboration_id = ANY($1::uuid[]) ORDER BY d.removed_at IS NOT NULL, d.number DESC`;

export const documentVersionsSql = `
  SELECT v.document_id AS "documentId", v.number, v.file_id AS "fileId", f.name AS "fileName", f.media_type AS "mediaType",
    f.size, h.name AS person, v.note, v.created_at AS "createdAt"
  FROM collaboration_document_version v JOIN stored_file f ON f.id = v.file_id
  LEFT JOIN account_holder h ON h.id = v.account_id
  WHERE v.document_id = ANY($1::uuid[]) ORDER BY v.number DESC`;
