import { badInput } from '#graphql';
import { archiveRefusal, type Refusal } from './archive.check.js';
import { cleanName, endingOf } from './file.names.js';
import { allowedKinds, kindOfExtension, type UploadKind, uploadRules } from './upload.rules.js';

/** An upload that may be kept. */
export interface CheckedUpload {
  /** Cleaned, with the ending that its content has. */
  name: string;
  /** Of the content, not of what the sender said. */
  mediaType: string;
}

const megabytes = Math.round(uploadRules.maxBytes / 1024 / 1024);
const others = `Choose one of these: ${allowedKinds}.`;

/**
 * Tells what an upload is by its content, and refuses what is too large, not of an allowed kind, named as something else,
 * or able to run: programs, macros, scripts, pages, archives that unpack to far more, two kinds of file in one.
 *
 * @throws DomainError BAD_INPUT that names the field (`file` or `name`), the problem and what would be right
 */
export const checkUpload = async (bytes: Buffer, givenName: string): Promise<CheckedUpload> => {
  const name = cleanName(givenName);
  if (!name)
    throw badInput('name', 'has no letters that can be shown.', 'Give the file a name such as "contract.pdf".');
  if (bytes.length === 0) throw badInput('file', 'is empty.', 'Choose a file that has something in it.');
  if (bytes.length > uploadRules.maxBytes) {
    throw badInput('file', `is larger than ${megabytes} MB.`, 'Make it smaller, or split it.');
  }
  const kind = kindOfExtension(endingOf(name));
  if (!kind) throw badInput('name', 'has an ending of a kind that is not taken here.', others);
  const refusal = await contentRefusal(bytes, kind);
  if (refusal) throw badInput('file', refusal.problem, refusal.fix);
  return { name, mediaType: kind.mediaType };
};

const contentRefusal = async (bytes: Buffer, kind: UploadKind): Promise<Refusal | undefined> => {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const isText = kind.mediaType.startsWith('text/');
  if (isText) return found && !harmlessInText.has(found.ext) ? notWhatItSays(kind, found.ext) : textRefusal(bytes);
  if (found?.mime !== kind.mediaType) return notWhatItSays(kind, found?.ext);
  if (archives.has(kind.extension)) return secondKind(bytes, kind) ?? (await archiveRefusal(bytes));
  if (kind.extension === 'pdf') return secondKind(bytes, kind) ?? pdfRefusal(bytes);
  return secondKind(bytes, kind) ?? imageRefusal(bytes);
};

const archives = new Set(['docx', 'xlsx', 'pptx', 'odt']);
/** A text may begin with letters that some format begins with, too; these two are found where a text only starts alike. */
const harmlessInText = new Set<string>(['ics', 'vcf']);

const notWhatItSays = ({ label }: UploadKind, found: string | undefined): Refusal => ({
  problem: `is named as ${label}, but its content is ${found ? `of another kind (${found})` : 'of no kind that is known here'}.`,
  fix: `${others} Save it in that format: renaming it is not enough.`,
});

const markup = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php|\?xml)\b|<!--/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of them
const notText = /[\u0000-\u0008\u000e-\u001f]/;

const textRefusal = (bytes: Buffer): Refusal | undefined => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'is not a text in UTF-8.', fix: 'Save it as UTF-8, or as a PDF.' };
  }
  if (notText.test(text)) return { problem: 'is named as a text, but holds other things than text.', fix: others };
  if (text.startsWith('#!') || markup.test(text)) {
    return { problem: 'holds a page or a script.', fix: 'Save it as a PDF, or take out the code.' };
  }
  return undefined;
};

const active = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia', '/XFA'];

/** What can be seen of a PDF without unpacking it. */
const pdfRefusal = (bytes: Buffer): Refusal | undefined => {
  if (bytes.lastIndexOf('%%EOF') < 0) {
    return {
      problem: 'is not complete: its end is missing.',
      fix: 'Save or download it again and choose the new file.',
    };
  }
  if (active.some((name) => bytes.includes(name))) {
    return {
      problem: 'holds scripts, forms that run, or other files.',
      fix: 'Print it to a new PDF and choose that one.',
    };
  }
  return undefined;
};

const imageRefusal = (bytes: Buffer): Refusal | undefined =>
  /<(?:script|svg|html|iframe|\?php)\b/i.test(bytes.toString('latin1'))
    ? { problem: 'is an image with a page or a script inside.', fix: 'Save the image again with an image program.' }
    : undefined;

const twoInOne: Refusal = {
  problem: 'is two kinds of file in one.',
  fix: 'Save it again with the program that it belongs to, and choose the new file.',
};
const endOfArchive = Buffer.from('PK\x05\x06', 'latin1');
/** The record at the end of a ZIP archive, and the longest comment after it. */
const recordLength = 22;
const longestComment = 65_535;

/** Readers of PDF look for its mark in the first kilobyte, those of archives for theirs at the very end. */
const secondKind = (bytes: Buffer, { extension }: UploadKind): Refusal | undefined => {
  const isPdf = extension === 'pdf';
  if (!isPdf && bytes.subarray(0, 1024).includes('%PDF-')) return twoInOne;
  const tail = bytes.subarray(Math.max(0, bytes.length - recordLength - longestComment));
  const at = tail.lastIndexOf(endOfArchive);
  if (archives.has(extension)) return at === tail.length - recordLength ? undefined : twoInOne;
  return at >= 0 ? twoInOne : undefined;
};
