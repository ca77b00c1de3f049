// `npm run build:web`: the pages into dist/web, where they have changed.
import { Failure } from './launcher/failure.mjs';
import { root } from './launcher/paths.mjs';
import { createProgress } from './launcher/progress.mjs';
import { buildWeb } from './launcher/web.mjs';

buildWeb(root, createProgress(process.stdout)).catch((error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
});
