import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { FileReaders, FileService } from '#files';
import { conflict, notAllowed, notFound } from '#graphql';
import { isId, written, writtenIfAny } from '#requests';
import type { Collaboration } from './collaboration.entity.js';
import { collaborationRoleOf, collaborationSideOf, mayLead } from './collaboration.policy.js';
import { collaborationRows } from './collaboration.queries.js';
import { CollaborationService } from './collaboration.service.js';
import {
  type CollaborationDocument,
  type CollaborationDocumentVersion,
  type DocumentRow,
  documentsSql,
  documentVersionsSql,
} from './collaboration-document.js';
import { DocumentLocks } from './document.locks.js';
import type { AddCollaborationDocumentInput, AddDocumentVersionInput } from './work.inputs.js';

const purpose = 'collaboration-document';
const mostDocuments = 200;
const mostViews = 100;

/** Documents of collaborations, version by version; who has opened them is seen by both sides. */
@Injectable()
export class CollaborationDocuments implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(FileService) private readonly files: FileService,
    @Inject(FileReaders) private readonly readers: FileReaders,
    @Inject(DocumentLocks) private readonly locks: DocumentLocks,
  ) {}

  onModuleInit() {
    this.readers.register(purpose, (viewer, fileId) => this.mayOpen(viewer, fileId));
  }

  /** The documents of one collaboration, those that were removed last. */
  async of(viewer: Viewer, { id, role }: Collaboration): Promise<CollaborationDocument[]> {
    const rows = await this.database.rows<DocumentRow>(documentsSql, [[id]]);
    if (rows.length === 0) return [];
    const versions = await this.database.rows<CollaborationDocumentVersion>(documentVersionsSql, [
      rows.map((row) => row.id),
    ]);
    const views = await this.files.views(
      this.database,
      versions.map(({ fileId }) => fileId),
    );
    const documents: CollaborationDocument[] = [];
    for (const row of rows) {
      const shut = row.restricted && row.side !== role ? await this.locks.locked(this.database, viewer, row.id) : null;
      const own = shut ? [] : versions.filter(({ documentId }) => documentId === row.id);
      const numbers = new Map(own.map(({ fileId, number }) => [fileId, number]));
      documents.push({
        ...row,
        kind: shut ? null : row.kind,
        locked: shut,
        versions: own,
        views: views
          .flatMap(({ fileId, person, at }) => {
            const version = numbers.get(fileId);
            return version === undefined ? [] : [{ version, person, at }];
          })
          .slice(0, mostViews),
      });
    }
    return documents;
  }

  /** Keeps an upload as a new document. An upload is used once: a repeat is refused, and adds nothing. */
  async add(viewer: Viewer, input: AddCollaborationDocumentInput) {
    const { id, kind, restricted, fileId } = input;
    const name = written('name', input.name, { min: 1, max: 200 });
    const note = writtenIfAny('note', input.note, 500);
    await this.database.transaction(async (tx) => {
      const seat = await this.collaborations.workingSeat(viewer, id, tx);
      const row = await tx.row<{ id: string }>(
        `INSERT INTO collaboration_document (collaboration_id, side, name, kind, restricted)
         SELECT $1, $2, $3, $4, $5 FROM collaboration_document WHERE collaboration_id = $1 HAVING count(*) < $6 RETURNING id`,
        [id, seat.side, name, kind, restricted, mostDocuments],
      );
      if (!row)
        throw conflict('TOO_MANY_DOCUMENTS', `There are ${mostDocuments} documents: add a version to one of them.`);
      const file = await this.files.attach(tx, viewer, fileId, purpose);
      await tx.affected(
        `INSERT INTO collaboration_document_version (document_id, number, file_id, side, account_id, note)
         VALUES ($1, 1, $2, $3, $4, $5)`,
        [row.id, file.id, seat.side, seat.viewer.accountId, note],
      );
      await this.collaborations.did(tx, seat, 'add-document', { about: name, documentId: row.id });
    });
    return this.collaborations.one(viewer, id);
  }

  /** Adds a version, where the newest is still the one that was read. */
  async addVersion(viewer: Viewer, { documentId, basedOn, fileId, ...input }: AddDocumentVersionInput) {
    const note = writtenIfAny('note', input.note, 500);
    const { collaborationId, name } = await this.openDocument(viewer, documentId);
    await this.database.transaction(async (tx) => {
      const seat = await this.collaborations.workingSeat(viewer, collaborationId, tx);
      const moved = await tx.affected(
        'UPDATE collaboration_document SET latest = latest + 1 WHERE id = $1 AND latest = $2 AND removed_at IS NULL',
        [documentId, basedOn],
      );
      if (moved === 0)
        throw conflict('STALE', 'Meanwhile there is a newer version, or the document was removed: look first.');
      const file = await this.files.attach(tx, viewer, fileId, purpose);
      await tx.affected(
        `INSERT INTO collaboration_document_version (document_id, number, file_id, side, account_id, note)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [documentId, basedOn + 1, file.id, seat.side, seat.viewer.accountId, note],
      );
      await this.collaborations.did(tx, seat, 'add-version', { about: name, documentId });
    });
    return this.collaborations.one(viewer, collaborationId);
  }

  /** Removes a document of the own side: nobody opens it any more, and that it was there stays on record. */
  async remove(viewer: Viewer, documentId: string) {
    const { collaborationId, name, side } = await this.openDocument(viewer, documentId);
    await this.database.transaction(async (tx) => {
      const seat = await this.collaborations.workingSeat(viewer, collaborationId, tx);
      if (seat.side !== side) throw notAllowed('The side that brought a document removes it. Ask them.');
      if (!mayLead(viewer, seat.row)) throw notAllowed('Whoever leads your side removes documents. Ask them.');
      const removed = await tx.affected(
        `UPDATE collaboration_document SET removed_at = date_trunc('milliseconds', now()), removed_by = $2
         WHERE id = $1 AND removed_at IS NULL`,
        [documentId, seat.viewer.accountId],
      );
      if (removed === 1) await this.collaborations.did(tx, seat, 'remove-document', { about: name, documentId });
    });
    return this.collaborations.one(viewer, collaborationId);
  }

  /** A document that the viewer may open; one that is locked for them says why. */
  private async openDocument(viewer: Viewer, documentId: string) {
    const row = isId(documentId)
      ? await this.database.row<Pick<DocumentRow, 'collaborationId' | 'name' | 'side' | 'restricted'>>(
          `SELECT collaboration_id AS "collaborationId", name, side, restricted FROM collaboration_document WHERE id = $1`,
          [documentId],
        )
      : undefined;
    const seen = row && (await this.collaborations.visible(viewer, [row.collaborationId])).get(row.collaborationId);
    if (!row || !seen) throw notFound('document');
    const shut =
      row.restricted && row.side !== seen.role ? await this.locks.locked(this.database, viewer, documentId) : null;
    if (shut) throw conflict('LOCKED', shut);
    return row;
  }

  private async mayOpen(viewer: Viewer, fileId: string): Promise<boolean> {
    if (!isSignedIn(viewer)) return false;
    const document = await this.database.row<Pick<DocumentRow, 'id' | 'collaborationId' | 'side' | 'restricted'>>(
      `SELECT d.id, d.collaboration_id AS "collaborationId", d.side, d.restricted FROM collaboration_document_version v
       JOIN collaboration_document d ON d.id = v.document_id WHERE v.file_id = $1 AND d.removed_at IS NULL`,
      [fileId],
    );
    if (!document) return false;
    const [row] = await collaborationRows(this.database, [document.collaborationId]);
    if (!row || !collaborationRoleOf(viewer, row)) return false;
    if (!document.restricted || collaborationSideOf(viewer, row) === document.side) return true;
    return (await this.locks.locked(this.database, viewer, document.id)) === null;
  }
}
