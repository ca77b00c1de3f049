import { Module } from '@nestjs/common';
import { Downloads } from './downloads.js';
import { FileReaders } from './file.readers.js';
import { FileService } from './file.service.js';
import { FileStore } from './file.store.js';
import { FILE_JOBS, FileSweep } from './file.sweep.js';

/** Files that people upload, and documents that the product writes. */
@Module({
  providers: [
    FileStore,
    FileReaders,
    Downloads,
    FileService,
    FileSweep,
    { provide: FILE_JOBS, inject: [FileSweep], useFactory: (sweep: FileSweep) => sweep.handlers() },
  ],
  exports: [FileService, FileReaders, Downloads, FileSweep, FILE_JOBS],
})
export class FilesModule {}
