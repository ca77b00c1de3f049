import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} parts */
export const inProject = (...parts) => resolve(root, ...parts);

/** The folder for what the product keeps on this machine. */
export const stateDir = inProject(process.env.BENCHSIDE_STATE || 'var');

/** @param {string[]} parts */
export const inState = (...parts) => resolve(stateDir, ...parts);
