import { Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';

/** Tells for the files of one purpose whether the viewer may read this one. */
export type FileReader = (viewer: Viewer, fileId: string) => Promise<boolean>;

/**
 * What files are for, and who says who may read them. The rooms to the right register here, so that nothing points back at
 * them; a file of a purpose that nobody has registered is uploaded by nobody and read by nobody.
 */
@Injectable()
export class FileReaders {
  private readonly readers = new Map<string, FileReader>();

  /** @throws when the purpose is taken: two rooms would answer for the same files */
  register(purpose: string, reader: FileReader): void {
    if (this.readers.has(purpose)) throw new Error(`Files for "${purpose}" have a reader already`);
    this.readers.set(purpose, reader);
  }

  /** What files may be uploaded for. */
  purposes(): string[] {
    return [...this.readers.keys()];
  }

  async allows(viewer: Viewer, purpose: string, fileId: string): Promise<boolean> {
    return (await this.readers.get(purpose)?.(viewer, fileId)) ?? false;
  }
}
