// `npm run screenshots`: pictures of the pages in var/screenshots; `npm run screenshots -- match` takes those named so,
// and `npm run screenshots -- readme` makes those of the README anew, in docs/images.
import { spawn } from 'node:child_process';
import { inProject, root } from './launcher/paths.mjs';

const parameters = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  inProject('node_modules', 'jest', 'bin', 'jest.js'),
  '--runInBand',
  '--testRegex',
  'test/web/screenshots\\.ts$',
];
const env = { ...process.env, SCREENSHOTS: process.argv[2] ?? '' };
spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit', env }).once('exit', (code) => {
  process.exitCode = code ?? 1;
});
