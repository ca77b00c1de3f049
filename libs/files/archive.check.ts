import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { uploadRules } from './upload.rules.js';

/** What is wrong with a file, and what would be right. */
export interface Refusal {
  problem: string;
  fix: string;
}

const { archive: limits } = uploadRules;
const megabytes = Math.round(limits.unpackedBytes / 1024 / 1024);

const bomb: Refusal = {
  problem: `unpacks to far more than it should: over ${megabytes} MB, over ${limits.entries} parts, or packed too tightly.`,
  fix: 'Make it smaller, such as with smaller pictures, or save it as a PDF.',
};
const broken: Refusal = { problem: 'is damaged and cannot be opened.', fix: 'Save it again and choose the new file.' };
const locked: Refusal = {
  problem: 'is locked with a password.',
  fix: 'Save it without a password: only people of the collaboration can open it here.',
};
const macros: Refusal = {
  problem: 'holds macros or other programs.',
  fix: 'Save it without macros, as .docx, .xlsx, .pptx or .odt, or as a PDF.',
};
const remote: Refusal = {
  problem: 'loads a template from elsewhere.',
  fix: 'Save it as a PDF, or detach its template first.',
};

/** Parts of office files that run: VBA, Excel 4 macros, ActiveX, embedded objects, Basic and scripts. */
const runs = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/|Basic\/|Scripts\/|oleObject[^/]*\.bin$)/i;
const programs =
  /\.(?:exe|dll|scr|com|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|hta|msi|jar|lnk|sh|app|apk|dmg|reg|cpl|pif|html?|svg)$/i;
const remoteTemplate =
  /attachedTemplate[^>]*TargetMode\s*=\s*["']External|TargetMode\s*=\s*["']External["'][^>]*attachedTemplate/i;

const encrypted = 0x1;

/**
 * Looks into an office file, which is a ZIP archive: what its directory promises is held to the limits before anything
 * is unpacked, and what is unpacked is held to what the directory promised.
 */
export const archiveRefusal = async (bytes: Buffer): Promise<Refusal | undefined> => {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      strictFileNames: true,
    });
  } catch {
    return broken;
  }
  try {
    const entries = await entriesOf(zip);
    if (!entries) return bomb;
    return refusalOf(entries) ?? (await unpackedRefusal(zip, entries));
  } catch {
    return broken;
  } finally {
    zip.close();
  }
};

const entriesOf = async (zip: ZipFile): Promise<Entry[] | undefined> => {
  if (zip.entryCount > limits.entries) return undefined;
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
};

const refusalOf = (entries: readonly Entry[]): Refusal | undefined => {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const tight = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.entryRatio,
  );
  if (total > limits.unpackedBytes || tight) return bomb;
  if (entries.some(({ generalPurposeBitFlag }) => generalPurposeBitFlag & encrypted)) return locked;
  if (entries.some(({ fileName }) => runs.test(fileName) || programs.test(fileName))) return macros;
  return undefined;
};

/** Unpacks every part, to nowhere: a part that is longer than promised, or cannot be unpacked, makes the file damaged. */
const unpackedRefusal = async (zip: ZipFile, entries: readonly Entry[]): Promise<Refusal | undefined> => {
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const reads = /\.rels$/i.test(entry.fileName);
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) {
      if (reads) parts.push(part as Buffer);
    }
    if (reads && remoteTemplate.test(Buffer.concat(parts).toString('utf8'))) return remote;
  }
  return undefined;
};
