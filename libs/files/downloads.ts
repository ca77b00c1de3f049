import { Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { notFound } from '#graphql';

/** The formats that are written here, and their media types. */
export const downloadTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
export type DownloadFormat = keyof typeof downloadTypes;

/** What somebody asks for, at /downloads/<kind>/<id>.<format>?<query>. Nothing in it has been checked. */
export interface AskedDownload {
  id: string;
  format: DownloadFormat;
  query: Readonly<Record<string, string | undefined>>;
}

/** A file that was written for the viewer; its name is without the ending. */
export interface WrittenFile {
  name: string;
  bytes: Buffer;
}

/** Writes what the viewer may read, or throws: what is not theirs is not found. */
export type DownloadWriter = (viewer: Viewer, asked: AskedDownload) => Promise<WrittenFile>;

/** What is written when somebody asks for it, each kind by the room that knows it; the rooms to the right register here. */
@Injectable()
export class Downloads {
  private readonly writers = new Map<string, { formats: readonly DownloadFormat[]; write: DownloadWriter }>();

  /** @throws when the kind is taken */
  register(kind: string, formats: readonly DownloadFormat[], write: DownloadWriter): void {
    if (this.writers.has(kind)) throw new Error(`Downloads of "${kind}" have a writer already`);
    this.writers.set(kind, { formats, write });
  }

  /** A file with its name and media type, for a last part of an address such as `0b1c...pdf`. */
  async write(
    viewer: Viewer,
    kind: string,
    asked: { file: string; query: AskedDownload['query'] },
  ): Promise<WrittenFile & { mediaType: string }> {
    const [, id = '', ending = ''] = /^([\w-]{1,80})\.([a-z]{3,4})$/.exec(asked.file) ?? [];
    const writer = this.writers.get(kind);
    const format = writer?.formats.find((each) => each === ending);
    if (!writer || !format) throw notFound('file');
    const { name, bytes } = await writer.write(viewer, { id, format, query: asked.query });
    return { name: `${name}.${format}`, bytes, mediaType: downloadTypes[format] };
  }
}
