import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive, and where its directory says something else than what is so. */
export interface ZipPart {
  name: string;
  content: Buffer | string;
  /** What the directory says that it unpacks to, in bytes. */
  said?: number;
  encrypted?: boolean;
  /** As it is, not packed. */
  stored?: boolean;
}

/** A ZIP archive as a program would write it, or as nobody should. */
export const zip = (parts: readonly ZipPart[], comment = ''): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, said, encrypted = false, stored = false } of parts) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(said ?? plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(comment, 'latin1')]);
};

const contentTypes = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${type}"/></Types>`;

const office = 'application/vnd.openxmlformats-officedocument';

/** The parts of a small Word file. */
export const wordParts: readonly ZipPart[] = [
  { name: '[Content_Types].xml', content: contentTypes(`${office}.wordprocessingml.document.main+xml`) },
  { name: 'word/document.xml', content: '<w:document/>' },
];
export const excelParts: readonly ZipPart[] = [
  { name: '[Content_Types].xml', content: contentTypes(`${office}.spreadsheetml.sheet.main+xml`) },
  { name: 'xl/workbook.xml', content: '<workbook/>' },
];
export const slideParts: readonly ZipPart[] = [
  { name: '[Content_Types].xml', content: contentTypes(`${office}.presentationml.presentation.main+xml`) },
  { name: 'ppt/presentation.xml', content: '<presentation/>' },
];
/** OpenDocument wants its kind first, and not packed. */
export const openDocumentParts: readonly ZipPart[] = [
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
  { name: 'content.xml', content: '<office:document-content/>' },
];
/** A Word file whose kind itself says that it has macros. */
export const macroParts: readonly ZipPart[] = [
  { name: '[Content_Types].xml', content: contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml') },
  { name: 'word/document.xml', content: '<w:document/>' },
  { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' },
];

/** The smallest image there is of each kind, one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

/** A PDF that says nothing. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
