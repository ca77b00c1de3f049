import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const count = z.number().int().min(1);
const extension = z.string().regex(/^[a-z0-9]{1,5}$/);

const shape = z.strictObject({
  edition: z.string(),
  source: z.string(),
  validFrom: z.iso.date(),
  maxBytes: count,
  maxNameLength: count,
  unattachedHours: count,
  unattachedPerPerson: z.strictObject({ files: count, bytes: count }),
  bytesPerPerson: count,
  archive: z.strictObject({ entries: count, unpackedBytes: count, entryRatio: count, ratioFromBytes: count }),
  kinds: z.array(
    z.strictObject({ extension, mediaType: z.string(), label: z.string(), also: z.array(extension).default([]) }),
  ),
});

/** What may be uploaded, and how much of it: all in data/upload-rules.json. */
export const uploadRules = shape.parse(
  JSON.parse(readFileSync(projectPath('libs/files/data/upload-rules.json'), 'utf8')),
);

/** A kind of file that may be uploaded. */
export type UploadKind = (typeof uploadRules.kinds)[number];

/** The kind that a name's extension stands for. */
export const kindOfExtension = (ending: string): UploadKind | undefined =>
  uploadRules.kinds.find((kind) => kind.extension === ending || kind.also.includes(ending));

/** What may be uploaded, as a person reads it. */
export const allowedKinds = uploadRules.kinds.map(({ label }) => label).join(', ');
