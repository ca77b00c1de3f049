import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { CollaborationService, recordCollaborationEvent } from '#collaborations';
import { Database, once, type Tx } from '#database';
import { FileReaders, FileService } from '#files';
import { conflict, DomainError, isId, notAllowed, notFound, written } from '#graphql';
import { type RequestSide } from '#requests';
import type { AddDocumentInput } from './agreement.inputs.js';
import { hasSignedNda } from './agreement.queries.js';
import { CollaborationDocument } from './document.entity.js';

/** One collaboration has so many documents, in all their versions. */
const mostDocuments = 300;
const mostViews = 50;
const hiddenTitle = 'Restricted document';

type DocumentRow = CollaborationDocument;

/**
 * The documents of a collaboration, of its two sides. A restricted one opens to the other side once both have signed a
 * confidentiality agreement, and closes when that ends. An office that looks on opens what is not restricted: it has signed
 * no confidentiality. Whoever opens one is written down.
 */
@Injectable()
export class DocumentService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(FileService) private readonly files: FileService,
    @Inject(FileReaders) private readonly readers: FileReaders,
  ) {}

  onModuleInit() {
    this.readers.register('document', (viewer, fileId) => this.mayRead(viewer, fileId));
  }

  /** The documents that have not been removed, newest first, with all their versions. */
  async list(viewer: Viewer, collaborationId: string): Promise<CollaborationDocument[]> {
    const { side } = await this.collaborations.seat(viewer, collaborationId);
    const rows = await this.database.rows<DocumentRow>(
      `SELECT ${this.columns} FROM collaboration_document d WHERE d.collaboration_id = $1 AND d.removed_at IS NULL
       ORDER BY d.created_at DESC, d.id`,
      [collaborationId],
    );
    const nda = rows.some(({ restricted }) => restricted) && (await hasSignedNda(this.database, collaborationId));
    const ids = rows.map(({ fileId }) => fileId);
    const [files, views] = await Promise.all([
      this.files.find(this.database, ids),
      this.files.views(this.database, ids, mostViews),
    ]);
    return rows.map((row) => {
      const opens = opensTo(side, row, nda);
      return {
        ...row,
        mine: row.side === side,
        opens,
        title: opens ? row.title : hiddenTitle,
        file: opens ? (files.find(({ id }) => id === row.fileId) ?? null) : null,
        views: views.filter(({ fileId }) => fileId === row.fileId),
      };
    });
  }

  /** Adds an upload of the viewer's own as a document, or as a new version of one, once for its key. */
  async add(viewer: Viewer, input: AddDocumentInput): Promise<CollaborationDocument> {
    const title = written('title', input.title, { min: 1, max: 200 });
    const { collaborationId, fileId, restricted, replacesId, idempotencyKey, ...rest } = input;
    const { viewer: person } = await this.collaborations.seat(viewer, collaborationId);
    const { accountId } = person;
    const repeatable = {
      accountId,
      key: idempotencyKey,
      operation: 'addDocument',
      input: { collaborationId, fileId, restricted, replacesId, ...rest },
    };
    const { id } = await this.database.transaction((tx) =>
      once(tx, repeatable, async () => {
        const seat = await this.collaborations.workingSeat(viewer, collaborationId, tx);
        const { side } = seat;
        const before = replacesId ? await this.replaced(tx, collaborationId, replacesId, side) : null;
        const file = await this.files.attach(tx, viewer, fileId, 'document');
        const row = await tx.row<{ id: string }>(
          `INSERT INTO collaboration_document (collaboration_id, series_id, number, file_id, title, restricted, side, account_id)
           SELECT $1, coalesce($2, gen_random_uuid()), $3, $4, $5, $6, $7, $8
           WHERE (SELECT count(*) FROM collaboration_document WHERE collaboration_id = $1) < $9 RETURNING id`,
          [
            collaborationId,
            before?.seriesId ?? null,
            (before?.last ?? 0) + 1,
            file.id,
            title,
            restricted,
            side,
            accountId,
            mostDocuments,
          ],
        );
        if (!row)
          throw conflict('LIMIT_REACHED', `There are ${mostDocuments} documents already: no more can be added.`);
        const note = restricted ? hiddenTitle : title;
        await this.collaborations.did(tx, seat, 'add-document', { documentId: row.id }, note);
        return { id: row.id };
      }),
    );
    return this.one(viewer, collaborationId, id);
  }

  /** Restricts a document or opens it to the other side: for the side that added it. */
  async restrict(viewer: Viewer, id: string, restricted: boolean): Promise<CollaborationDocument> {
    const { collaborationId } = await this.own(viewer, id, async (tx, { row, side, accountId }) => {
      await tx.affected('UPDATE collaboration_document SET restricted = $2 WHERE id = $1', [id, restricted]);
      const action = restricted ? 'restrict-document' : 'open-document';
      const note = restricted ? hiddenTitle : row.title;
      await recordCollaborationEvent(tx, {
        collaborationId: row.collaborationId,
        action,
        side,
        accountId,
        note,
        details: { documentId: id },
      });
    });
    return this.one(viewer, collaborationId, id);
  }

  /** Takes a document away: for the side that added it. That it was there, and who opened it, stays written down. */
  async remove(viewer: Viewer, id: string): Promise<boolean> {
    await this.own(viewer, id, async (tx, { row, side, accountId }) => {
      await tx.affected('UPDATE collaboration_document SET removed_at = now() WHERE id = $1', [id]);
      const note = row.restricted ? hiddenTitle : row.title;
      const { collaborationId } = row;
      await recordCollaborationEvent(tx, {
        collaborationId,
        action: 'remove-document',
        side,
        accountId,
        note,
        details: { documentId: id },
      });
    });
    return true;
  }

  private async mayRead(viewer: Viewer, fileId: string): Promise<boolean> {
    const row = await this.database.row<DocumentRow>(
      `SELECT ${this.columns} FROM collaboration_document d WHERE d.file_id = $1 AND d.removed_at IS NULL`,
      [fileId],
    );
    if (!row) return false;
    const seat = await this.collaborations.seat(viewer, row.collaborationId).catch(unlessRefused);
    if (!seat) return false;
    return opensTo(seat.side, row, row.restricted && (await hasSignedNda(this.database, row.collaborationId)));
  }

  private async one(viewer: Viewer, collaborationId: string, id: string): Promise<CollaborationDocument> {
    const document = (await this.list(viewer, collaborationId)).find((each) => each.id === id);
    if (!document) throw notFound('document');
    return document;
  }

  /** Works on a document that the viewer's own side has added. */
  private async own(
    viewer: Viewer,
    id: string,
    work: (tx: Tx, hand: { row: DocumentRow; side: RequestSide; accountId: string }) => Promise<unknown>,
  ): Promise<DocumentRow> {
    const found = await this.row(this.database, id);
    const known = found && (await this.collaborations.seat(viewer, found.collaborationId).catch(unlessRefused));
    if (!found || !known?.side) throw notFound('document');
    return this.database.transaction(async (tx) => {
      const { side, viewer: person } = await this.collaborations.workingSeat(viewer, found.collaborationId, tx);
      const row = await this.row(tx, id);
      if (!row) throw notFound('document');
      if (row.side !== side) throw notAllowed('Only the side that added a document changes it.');
      await work(tx, { row, side, accountId: person.accountId });
      return row;
    });
  }

  private async replaced(tx: Tx, collaborationId: string, id: string, side: RequestSide) {
    const row = await this.row(tx, id);
    if (!row || row.collaborationId !== collaborationId) throw notFound('document');
    // What the other side may not open it cannot have a newer version of.
    if (!opensTo(side, row, row.restricted && (await hasSignedNda(tx, collaborationId)))) throw notFound('document');
    // One that was taken away is in nobody's way, but keeps its number.
    const newest = await tx.row<{ number: number; last: number }>(
      `SELECT max(number) FILTER (WHERE removed_at IS NULL) AS number, max(number) AS last
       FROM collaboration_document WHERE series_id = $1`,
      [row.seriesId],
    );
    if (newest?.number !== row.number) {
      throw conflict(
        'CHANGED_MEANWHILE',
        'Meanwhile there is a newer version of this document. Read it, then replace that one.',
        {
          number: newest?.number,
        },
      );
    }
    return { seriesId: row.seriesId, last: newest.last };
  }

  private row(sql: Pick<Tx, 'row'>, id: string): Promise<DocumentRow | undefined> {
    if (!isId(id)) return Promise.resolve(undefined);
    return sql.row<DocumentRow>(
      `SELECT ${this.columns} FROM collaboration_document d WHERE d.id = $1 AND d.removed_at IS NULL`,
      [id],
    );
  }

  private get columns(): string {
    return this.database.columns(CollaborationDocument, 'd');
  }
}

/** A restricted document is open to the side that added it, and to the other with a signed confidentiality agreement; to no office. */
const opensTo = (side: RequestSide | null, row: Pick<DocumentRow, 'restricted' | 'side'>, nda: boolean): boolean =>
  !row.restricted || (side !== null && (row.side === side || nda));

/** Somebody who may not know of a collaboration has no seat in it; a fault of ours stays one. */
const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof DomainError)) throw error;
};
