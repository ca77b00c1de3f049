import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: the same for compiled code below dist/ and for sources under Jest. */
const root = (() => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('package.json was not found above the configuration');
  }
})();

/** An absolute path below the project's root. Data files are read from the source tree, compiled or not. */
export const projectPath = (...parts: string[]) => join(root, ...parts);
