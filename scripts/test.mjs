// `npm test`: everything the tests need, then the tests. What follows is handed to Jest: npm test -- libs/search
import { spawn } from 'node:child_process';
import { requireNode } from './launcher/node-version.mjs';

const run = async () => {
  const { install } = await import('./launcher/install.mjs');
  const { inProject, root } = await import('./launcher/paths.mjs');
  const { createProgress } = await import('./launcher/progress.mjs');
  await install(root, createProgress(process.stdout));
  const parameters = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    inProject('node_modules', 'jest', 'bin', 'jest.js'),
    ...process.argv.slice(2),
  ];
  const jest = spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => jest.kill(signal));
  jest.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
};

requireNode();
run().catch((error) => {
  console.error(error.name === 'Failure' ? error.message : error);
  process.exitCode = 1;
});
