// `npm run latency`: from a keystroke to the painted list with 20,000 academics, in Chromium; takes some minutes.
import { spawn } from 'node:child_process';
import { inProject, root } from './launcher/paths.mjs';

const parameters = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  inProject('node_modules', 'jest', 'bin', 'jest.js'),
  '--runInBand',
  '--testRegex',
  'test/web/latency\\.ts$',
];
spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit' }).once('exit', (code) => {
  process.exitCode = code ?? 1;
});
