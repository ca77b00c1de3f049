import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalPart, signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { type AskedDownload, Downloads, type WrittenFile, writePdf } from '#files';
import { notFound } from '#graphql';
import { copyDocument, type HeldList, type PersonalCopy } from './copy.document.js';
import { bound, type Person, personOf } from './person.js';
import { PERSONAL_PARTS } from './rights.tokens.js';

/** What people take away of what is held about them. */
@Injectable()
export class CopyService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Downloads) private readonly downloads: Downloads,
    @Inject(PERSONAL_PARTS) private readonly parts: readonly PersonalPart[],
  ) {}

  onModuleInit() {
    this.downloads.register('my-data', ['json', 'pdf'], (viewer, asked) => this.download(viewer, asked));
  }

  /** /downloads/my-data/mine.json and .pdf: one's own, and nobody else's. */
  async download(viewer: Viewer, { id, format }: AskedDownload): Promise<WrittenFile> {
    const { accountId, name } = signedIn(viewer);
    const person = id === 'mine' && (await personOf(this.database, accountId));
    if (!person) throw notFound('file');
    const copy = await this.copyOf(person);
    const bytes =
      format === 'json' ? Buffer.from(JSON.stringify(copy, null, 2)) : await writePdf(copyDocument(name, copy));
    return { name: `My data on Benchside ${copy.writtenAt.slice(0, 10)}`, bytes };
  }

  /** Everything held about a person, as it is at one moment; headings without a row are left out. */
  copyOf(person: Person): Promise<PersonalCopy> {
    return this.database.transaction(async (tx) => {
      await tx.rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const rooms: PersonalCopy['rooms'] = [];
      const leftOut: PersonalCopy['leftOut'] = [];
      for (const { room, tables } of this.parts) {
        const lists: HeldList[] = [];
        for (const [table, { copy }] of Object.entries(tables)) {
          if ('none' in copy) leftOut.push({ table, why: copy.none });
          else {
            const rows = await tx.rows(...bound(copy.sql, person));
            if (rows.length > 0) lists.push({ title: copy.title, rows });
          }
        }
        if (lists.length > 0) rooms.push({ room, lists });
      }
      return { writtenAt: new Date().toISOString(), rooms, leftOut };
    });
  }
}
