// `npm run bundle`: how much JavaScript each route loads, compressed; fails where the search route is over its limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inProject, root } from './launcher/paths.mjs';
import { createProgress } from './launcher/progress.mjs';
import { buildWeb } from './launcher/web.mjs';

/** In bytes: what a person on a slow line waits for before the first results. */
const limit = 200 * 1024;
const limited = [
  'src/academics/find-academics.page.tsx',
  'src/organisations/find-organisations.page.tsx',
  'src/opportunities/find-opportunities.page.tsx',
];

/** @typedef {{ file: string, imports?: string[], css?: string[], isEntry?: boolean, isDynamicEntry?: boolean }} Chunk */

await buildWeb(root, createProgress(process.stdout));
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(inProject('dist', 'web', 'manifest.json'), 'utf8'));

/** @param {string} file */
const size = (file) => gzipSync(readFileSync(inProject('dist', 'web', file)), { level: 9 }).length;

/**
 * Every chunk that is loaded for these, each once.
 *
 * @param {string[]} names
 * @param {Set<string>} [found]
 */
const loaded = (names, found = new Set()) => {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    loaded(manifest[name]?.imports ?? [], found);
  }
  return found;
};

const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? 'index.html';
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB`;
let over = false;
for (const route of Object.keys(manifest).filter(
  (name) => name.endsWith('.page.tsx') && manifest[name]?.isDynamicEntry,
)) {
  const chunks = [...loaded([entry, route])];
  const files = [...new Set(chunks.map((name) => manifest[name]?.file ?? ''))].filter((file) => file.endsWith('.js'));
  const styles = [...new Set(chunks.flatMap((name) => manifest[name]?.css ?? []))];
  const total = files.reduce((sum, file) => sum + size(file), 0);
  const style = styles.reduce((sum, file) => sum + size(file), 0);
  const tooMuch = limited.includes(route) && total > limit;
  over ||= tooMuch;
  console.log(
    `${kilobytes(total).padStart(9)} JavaScript, ${kilobytes(style).padStart(8)} styles, ${files.length} chunks: ${route}${tooMuch ? `  OVER ${kilobytes(limit)}` : ''}`,
  );
}
if (over) process.exitCode = 1;
