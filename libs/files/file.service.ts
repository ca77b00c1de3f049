import type { ReadStream } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { idOf, signedIn, type Viewer } from '#accounts';
import { Database, type Sql, type Tx } from '#database';
import { badInput, conflict, DomainError, notFound, tooMany } from '#graphql';
import { cleanName } from './file.names.js';
import { FileReaders } from './file.readers.js';
import { FileStore } from './file.store.js';
import { StoredFile } from './stored-file.entity.js';
import { checkUpload } from './upload.check.js';
import { uploadRules } from './upload.rules.js';

const log = new Logger('Files');

/** Bytes that the product has made or checked itself. */
export interface NewFile {
  bytes: Buffer;
  name: string;
  mediaType: string;
  purpose: string;
  accountId: string | null;
}

/** Somebody who has read a file, and when. */
export interface FileView {
  fileId: string;
  accountId: string | null;
  /** The person's name; null once the account is gone. */
  person: string | null;
  at: Date;
}

/** An attached file and its bytes. */
export interface OpenFile {
  file: StoredFile;
  bytes: ReadStream;
}

/** Files that people upload, from checked to read. */
@Injectable()
export class FileService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(FileReaders) private readonly readers: FileReaders,
  ) {}

  /** Refuses what could not be kept in the end, before any of its bytes are taken. */
  checkPurpose(viewer: Viewer, purpose: string): void {
    signedIn(viewer);
    if (this.readers.purposes().includes(purpose)) return;
    throw badInput(
      'purpose',
      'is nothing that files are kept for.',
      `Use one of: ${this.readers.purposes().join(', ')}.`,
    );
  }

  /** Checks and keeps an upload. It is its sender's alone until it is attached to something, and for a day at most. */
  async upload(viewer: Viewer, upload: { bytes: Buffer; name: string; purpose: string }): Promise<StoredFile> {
    const { accountId } = signedIn(viewer);
    const { bytes, purpose } = upload;
    this.checkPurpose(viewer, purpose);
    try {
      const { name, mediaType } = await checkUpload(bytes, upload.name);
      return await this.database.transaction(async (tx) => {
        await this.checkRoom(tx, accountId, bytes.length);
        return this.put(tx, { bytes, name, mediaType, purpose, accountId });
      });
    } catch (error) {
      if (error instanceof DomainError) {
        const named = JSON.stringify(cleanName(upload.name));
        log.warn(`An upload was refused: account ${accountId}, ${bytes.length} bytes, ${named}: ${error.message}`);
      }
      throw error;
    }
  }

  /** Keeps bytes in the caller's transaction: without it they belong to nothing and are swept. */
  async put(tx: Tx, { bytes, name, mediaType, purpose, accountId }: NewFile): Promise<StoredFile> {
    const id = await this.kept(tx, bytes);
    const row = await tx.row<StoredFile>(
      `INSERT INTO stored_file AS f (sha256, size, media_type, name, purpose, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${this.columns}`,
      [id, bytes.length, mediaType, name, purpose, accountId],
    );
    if (!row) throw new Error('The file was not inserted');
    return row;
  }

  /** Binds an upload of the viewer's own to what it is for, once, in the caller's transaction. */
  async attach(tx: Tx, viewer: Viewer, fileId: string, purpose: string): Promise<StoredFile> {
    const { accountId } = signedIn(viewer);
    const row = await tx.row<StoredFile>(
      `UPDATE stored_file f SET attached_at = now()
       WHERE id = $1 AND uploaded_by = $2 AND purpose = $3 AND attached_at IS NULL RETURNING ${this.columns}`,
      [idOf(fileId, 'file'), accountId, purpose],
    );
    if (row) return row;
    const used = await tx.row('SELECT id FROM stored_file WHERE id = $1 AND uploaded_by = $2 AND purpose = $3', [
      fileId,
      accountId,
      purpose,
    ]);
    if (used) throw conflict('TAKEN', 'This upload is in use already. Upload the file again.');
    throw notFound('file');
  }

  /** Removes files in the caller's transaction; their bytes go with the next sweep, unless another file has the same. */
  remove(tx: Tx, fileIds: readonly string[]): Promise<number> {
    return tx.affected('DELETE FROM stored_file WHERE id = ANY($1::uuid[])', [fileIds]);
  }

  /** Files by their ids, without any rule of who may know of them: that is the caller's to decide. */
  find(sql: Sql, fileIds: readonly string[]): Promise<StoredFile[]> {
    return sql.rows<StoredFile>(`SELECT ${this.columns} FROM stored_file f WHERE id = ANY($1::uuid[])`, [fileIds]);
  }

  /** A file and its bytes, without any rule of who may read them: that is the caller's to decide. */
  async open(fileId: string): Promise<OpenFile> {
    const [file] = await this.find(this.database, [idOf(fileId, 'file')]);
    if (!file) throw notFound('file');
    if ((await this.store.size(file.sha256)) !== file.size) {
      throw new Error(`The bytes of file ${file.id} are not in the store as they were put there`);
    }
    return { file, bytes: this.store.read(file.sha256) };
  }

  /** A file for somebody who may read it, as whoever it belongs to says; that they have read it is written down. */
  async openFor(viewer: Viewer, fileId: string): Promise<OpenFile> {
    const { accountId } = signedIn(viewer);
    const [file] = await this.find(this.database, [idOf(fileId, 'file')]);
    if (!file || !(await this.mayRead(viewer, file))) {
      if (file) log.warn(`A file was not shown: account ${accountId}, file ${file.id}`);
      throw notFound('file');
    }
    const opened = await this.open(file.id);
    await this.recordView(file.id, accountId);
    return opened;
  }

  /** Who has read these files lately, newest first; of each file at most as many. */
  views(sql: Sql, fileIds: readonly string[], most: number): Promise<FileView[]> {
    return sql.rows<FileView>(
      `SELECT v.file_id AS "fileId", v.account_id AS "accountId", h.name AS person, v.created_at AS at
       FROM unnest($1::uuid[]) AS file (id)
       CROSS JOIN LATERAL (SELECT * FROM file_view WHERE file_id = file.id ORDER BY number DESC LIMIT $2) v
       LEFT JOIN account_holder h ON h.id = v.account_id ORDER BY v.number DESC`,
      [fileIds, most],
    );
  }

  private mayRead(viewer: Viewer, { id, purpose, attachedAt, uploadedBy }: StoredFile): Promise<boolean> | boolean {
    if (attachedAt === null) return uploadedBy !== null && uploadedBy === viewer.accountId;
    return this.readers.allows(viewer, purpose, id);
  }

  private recordView(fileId: string, accountId: string): Promise<number> {
    return this.database.affected('INSERT INTO file_view (file_id, account_id) VALUES ($1, $2)', [fileId, accountId]);
  }

  /** The lock keeps the sweep from removing bytes between being written and being named by a row. */
  private async kept(tx: Tx, bytes: Buffer): Promise<string> {
    await tx.rows('SELECT pg_advisory_xact_lock_shared($1)', [sweepLock]);
    return this.store.put(bytes);
  }

  private async checkRoom(tx: Tx, accountId: string, size: number): Promise<void> {
    const most = uploadRules.unattachedPerPerson;
    // One at a time for each account: what is counted is what there is.
    await tx.rows('SELECT id FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
    const row = await tx.row<{ files: number; bytes: number; all: number }>(
      `SELECT count(*) FILTER (WHERE attached_at IS NULL)::int AS files,
         coalesce(sum(size) FILTER (WHERE attached_at IS NULL), 0)::float AS bytes,
         coalesce(sum(size), 0)::float AS all
       FROM stored_file WHERE uploaded_by = $1`,
      [accountId],
    );
    if ((row?.all ?? 0) + size > uploadRules.bytesPerPerson) {
      const megabytes = Math.round(uploadRules.bytesPerPerson / 1024 / 1024);
      throw conflict('LIMIT_REACHED', `Your files would take more than ${megabytes} MB here: nothing more is kept.`);
    }
    if (!row || (row.files < most.files && row.bytes + size <= most.bytes)) return;
    throw tooMany(
      `There are ${row.files} uploads of yours that belong to nothing yet. Use them, or try again tomorrow.`,
      3600,
    );
  }

  private get columns(): string {
    return this.database.columns(StoredFile, 'f');
  }
}

/** Any number will do: who writes bytes shares this lock, who removes them has it alone. */
export const sweepLock = 7_203_955;
