import { opendir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { SourceProblem } from './source.problem.js';

/** A file to read, and how long it is. */
export interface SourceFile {
  path: string;
  bytes: number;
}

const readable = new Set(['.json', '.ndjson', '.jsonl']);

async function* below(folder: string): AsyncGenerator<string> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else if (entry.isFile() && readable.has(extname(entry.name).toLowerCase())) yield path;
  }
}

const explain = (error: unknown, path: string): unknown => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new SourceProblem(`There is no file or folder ${path}.`);
  if (code === 'EACCES' || code === 'EPERM') return new SourceProblem(`${path} may not be read by this user.`);
  return error;
};

/**
 * The files that a path names: itself, or all JSON and NDJSON files below a folder, in the order of their names.
 *
 * @throws {SourceProblem} where there is nothing to read
 */
export const sourceFiles = async (path: string): Promise<SourceFile[]> => {
  try {
    const found = await stat(path);
    if (found.isFile()) return [{ path, bytes: found.size }];
    if (!found.isDirectory()) throw new SourceProblem(`${path} is neither a file nor a folder.`);
    const files: SourceFile[] = [];
    for await (const file of below(path)) files.push({ path: file, bytes: (await stat(file)).size });
    if (files.length === 0) throw new SourceProblem(`${path} holds no files that end in .json, .ndjson or .jsonl.`);
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw explain(error, path);
  }
};
