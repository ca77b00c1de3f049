import { readSettings } from '#config';
import { runImport, type Stop } from './import.js';

const stop: Stop = { requested: false };
const request = () => {
  stop.requested = true;
};
process.on('SIGINT', request);
process.on('SIGTERM', request);
// Started by a launcher, this process ends with it, however that ends.
process.on('disconnect', request);

process.exitCode = await runImport(
  process.argv.slice(2),
  () => readSettings(),
  { out: process.stdout, error: process.stderr },
  stop,
);
