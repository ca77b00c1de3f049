// `npm run build`: compiles what changed.
import { build } from './launcher/build.mjs';
import { Failure } from './launcher/failure.mjs';
import { root } from './launcher/paths.mjs';
import { createProgress } from './launcher/progress.mjs';

build(root, createProgress(process.stdout)).catch((error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
});
