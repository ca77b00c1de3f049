import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { lockHolder, takeLock } from '../../libs/database/embedded/lock.mjs';
import { Failure } from './failure.mjs';
import { inState, stateDir } from './paths.mjs';

/**
 * @typedef {object} RunningProduct what tools need to know of the product that runs on this state folder
 * @property {string} url
 * @property {Record<string, string>} environment
 */

const lockPath = () => inState('lock');
const recordPath = () => inState('running.json');

/** @returns {RunningProduct | undefined} */
const record = () => {
  try {
    return JSON.parse(readFileSync(recordPath(), 'utf8'));
  } catch {
    return undefined;
  }
};

/** @returns {Promise<RunningProduct | undefined>} the product that another process runs on this state folder */
export const runningProduct = async () => ((await lockHolder(lockPath())) ? record() : undefined);

/**
 * Makes this process the one that runs the product on this state folder.
 *
 * @returns {Promise<{ announce: (product: RunningProduct) => void, release: () => void }>}
 */
export const claimState = async () => {
  try {
    mkdirSync(stateDir, { recursive: true });
  } catch (error) {
    throw new Failure(`The folder ${stateDir} cannot be made: ${error instanceof Error ? error.message : error}`);
  }
  const lock = await takeLock(lockPath()).catch((error) => {
    throw new Failure(`The folder ${stateDir} cannot be written to: ${error.message}`);
  });
  if ('heldBy' in lock) {
    const url = record()?.url;
    throw new Failure(
      `Benchside ${url ? `is already running at ${url}` : 'is already being started'} (process ${lock.heldBy.pid}). ` +
        'Stop it first, or set PORT and BENCHSIDE_STATE to run a second one.',
    );
  }
  rmSync(recordPath(), { force: true });
  return {
    announce: (product) => writeFileSync(recordPath(), JSON.stringify(product), { mode: 0o600 }),
    release: () => {
      rmSync(recordPath(), { force: true });
      lock.release();
    },
  };
};
