export { type CalendarEvent, writeCalendar } from './calendar.writer.js';
export { type Cell, writeCsv } from './csv.writer.js';
export { writeDocx } from './docx.writer.js';
export {
  type AskedDownload,
  type DownloadFormat,
  Downloads,
  type DownloadWriter,
  type WrittenFile,
} from './downloads.js';
export { asAttachment, cleanName } from './file.names.js';
export { filesPersonal } from './file.personal.js';
export { type FileReader, FileReaders } from './file.readers.js';
export { FileService, type FileView, type NewFile, type OpenFile } from './file.service.js';
export { FILE_JOBS, FileSweep } from './file.sweep.js';
export { FilesModule } from './files.module.js';
export { writePdf } from './pdf.writer.js';
export { StoredFile } from './stored-file.entity.js';
export { type CheckedUpload, checkUpload } from './upload.check.js';
export { uploadRules } from './upload.rules.js';
export type { Block, WrittenDocument } from './written.document.js';
