import { relative } from 'node:path';
import sequencer from '@jest/test-sequencer';

/** About how long a file takes, in seconds. The first that fits counts. */
const guesses = /** @type {const} */ ([
  [/^test\/web\/(stories\/|working-pages)/, 60],
  [/^test\/hardening\/(access|bad-input)\.spec/, 50],
  [/^test\/(web|e2e|hardening)\//, 15],
  [/\/contract\/|^scripts\/|^test\/|^apps\//, 8],
  [/^/, 2],
]);

/** @param {import('@jest/test-result').Test} test */
const guessed = ({ context, path }) => {
  const name = relative(context.config.rootDir, path);
  const [, seconds] = guesses.find(([pattern]) => pattern.test(name)) ?? [/^/, 0];
  return seconds;
};

// Its types say that the class is one level deeper than it is for an ES module.
const Sequencer = /** @type {typeof sequencer.default} */ (/** @type {unknown} */ (sequencer));

/** Starts the long files first, also on a machine that has never run them: at the end no worker is left alone with one. */
export default class LongestFirst extends Sequencer {
  /**
   * @override
   * @param {import('@jest/test-result').Test[]} tests
   */
  async sort(tests) {
    const ordered = await super.sort(tests);
    const known = ordered.some(({ duration }) => duration !== undefined);
    return known ? ordered : ordered.sort((one, other) => guessed(other) - guessed(one));
  }
}
