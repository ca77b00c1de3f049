import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config';

/** The name that bytes have in the store. */
export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const hash = /^[0-9a-f]{64}$/;

/** Bytes in a folder that no server serves, under the hash of what they are: no name of a person is ever a path. */
@Injectable()
export class FileStore {
  private readonly folder: string;

  constructor(@Inject(SETTINGS) { filesDir }: Pick<Settings, 'filesDir'>) {
    this.folder = filesDir;
  }

  /** Keeps the bytes, once, however often they come; they are whole or not there. */
  async put(bytes: Buffer): Promise<string> {
    const name = sha256(bytes);
    const path = this.path(name);
    if ((await this.size(name)) === bytes.length) return name;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const half = `${path}.${randomUUID()}.part`;
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
    return name;
  }

  /** The length of what is kept, or undefined where nothing is. */
  async size(name: string): Promise<number | undefined> {
    return (await stat(this.path(name)).catch(() => undefined))?.size;
  }

  read(name: string): ReadStream {
    return createReadStream(this.path(name));
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  /** Everything kept for longer than this many milliseconds: whole files by their hash, and halves that were left. */
  async olderThan(age: number): Promise<{ hashes: string[]; halves: string[] }> {
    const listed = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const hashes: string[] = [];
    const halves: string[] = [];
    for (const entry of listed) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const changed = (await stat(path).catch(() => undefined))?.mtimeMs;
      if (changed === undefined || Date.now() - changed < age) continue;
      if (hash.test(entry.name)) hashes.push(entry.name);
      else if (entry.name.endsWith('.part')) halves.push(path);
    }
    return { hashes, halves };
  }

  private path(name: string): string {
    if (!hash.test(name)) throw new Error('A file in the store is named by its SHA-256');
    return join(this.folder, name.slice(0, 2), name);
  }
}
