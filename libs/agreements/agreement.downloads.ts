import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database';
import { Downloads, FileReaders, writeDocx, writePdf } from '#files';
import { DomainError } from '#graphql';
import { AgreementService } from './agreement.service.js';
import { headsDocument } from './heads.of.terms.js';

/** Heads of terms as a document, and the signed copy: for the two sides and their offices. */
@Injectable()
export class AgreementDownloads implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AgreementService) private readonly agreements: AgreementService,
    @Inject(Downloads) private readonly downloads: Downloads,
    @Inject(FileReaders) private readonly readers: FileReaders,
  ) {}

  onModuleInit() {
    this.downloads.register('heads-of-terms', ['docx', 'pdf'], async (viewer, { id, format }) => {
      const { agreement, seat } = await this.agreements.one(viewer, id);
      const { row } = seat;
      const partyOf = { sender: row.senderName, receiver: row.receiverName };
      const signatures = agreement.signatures.map((each) => ({ ...each, party: partyOf[each.side] }));
      const document = headsDocument({ ...agreement, signatures, title: row.title });
      const bytes = format === 'pdf' ? await writePdf(document) : await writeDocx(document);
      return { name: document.title.slice(0, 90), bytes };
    });
    this.readers.register('agreement', async (viewer, fileId) => {
      const row = await this.database.row<{ id: string }>('SELECT id FROM agreement WHERE file_id = $1', [fileId]);
      if (!row) return false;
      return this.agreements.one(viewer, row.id).then(
        () => true,
        (error: unknown) => {
          if (error instanceof DomainError) return false;
          throw error;
        },
      );
    });
  }
}
