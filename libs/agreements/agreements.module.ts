import { Module } from '@nestjs/common';
import { CollaborationsModule } from '#collaborations';
import { FilesModule } from '#files';
import { NotificationsModule } from '#notifications';
import { AgreementDownloads } from './agreement.downloads.js';
import { AgreementGate } from './agreement.gate.js';
import { NdaOfRequest } from './agreement.nda.js';
import { AgreementResolver } from './agreement.resolver.js';
import { AgreementService } from './agreement.service.js';
import { AgreementWaiting } from './agreement.waiting.js';
import { AgreementWork } from './agreement.work.js';
import { DocumentService } from './document.service.js';

/** Which agreement is needed, its way to two signatures, and the documents that go to and fro meanwhile. */
@Module({
  imports: [CollaborationsModule, FilesModule, NotificationsModule],
  providers: [
    AgreementService,
    AgreementWork,
    AgreementGate,
    AgreementWaiting,
    NdaOfRequest,
    AgreementDownloads,
    DocumentService,
    AgreementResolver,
  ],
  exports: [AgreementService],
})
export class AgreementsModule {}
