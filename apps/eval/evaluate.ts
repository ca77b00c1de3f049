import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Settings } from '#config';
import { CollectionProblem, readCollection } from './collection.js';
import { evaluateExpertise } from './expertise.js';
import { evaluateGraded } from './graded.js';
import { evaluateOwn } from './own.js';
import { evaluatePeople } from './people.js';
import type { Evaluation } from './report.js';
import { EvaluationWorld, NoDatabase } from './world.js';

const usage = `Usage: npm run eval -- <collection.json> [--scores <file>]
       npm run eval -- --own [--scores <file>]

Measures how well texts are matched, on the judgements of people, and writes the figures as JSON. The people of the
collection are taken into a database of their own beside the product's, which is removed at the end.

  --own             the collection of this project: briefs with judged profiles of the demonstration directory
  --scores <file>   writes every score, too
`;

/** Where a program writes: the streams of the process, or what a test reads afterwards. */
export interface Terminal {
  out: NodeJS.WritableStream;
  /** what is under way, and what went wrong */
  error: NodeJS.WritableStream;
}

/** Asks a running evaluation to end at the next brief. */
export interface Stop {
  requested: boolean;
}

/** How it ended: all was measured, something was wrong, or the person stopped it. */
export type ExitCode = 0 | 1 | 130;

interface Asked {
  path: string | undefined;
  own: boolean;
  scores: string | undefined;
  help: boolean;
}

class WrongUse extends Error {}

const read = (parameters: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: { own: { type: 'boolean' }, scores: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const [path, ...rest] = positionals;
    const asked = { path, own: values.own ?? false, scores: values.scores, help: values.help ?? false };
    if (!asked.help && (asked.own === (path !== undefined) || rest.length > 0)) throw new WrongUse();
    return asked;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : '');
  }
};

/** Runs the evaluation that the parameters ask for. */
export const runEvaluation = async (
  parameters: readonly string[],
  readSettings: () => Settings,
  terminal: Terminal,
  stop: Stop = { requested: false },
): Promise<ExitCode> => {
  try {
    const asked = read(parameters);
    if (asked.help) {
      terminal.out.write(usage);
      return 0;
    }
    const collection = asked.path === undefined ? null : readCollection(asked.path);
    const world = await EvaluationWorld.open(readSettings(), {
      say: (line) => terminal.error.write(`${line}\n`),
      stop,
    });
    let evaluation: Evaluation;
    try {
      evaluation = await evaluate(world, collection);
    } finally {
      await world.drop();
    }
    const { scores, ...figures } = evaluation;
    if (asked.scores !== undefined) writeFileSync(asked.scores, `${JSON.stringify(scores)}\n`);
    terminal.out.write(`${JSON.stringify(figures, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (stop.requested) {
      terminal.error.write('Stopped: nothing was measured to the end.\n');
      return 130;
    }
    terminal.error.write(`${explain(error)}\n`);
    return 1;
  }
};

const evaluate = (world: EvaluationWorld, collection: ReturnType<typeof readCollection> | null) => {
  switch (collection?.kind) {
    case 'expertise-ratings':
      return evaluateExpertise(world, collection);
    case 'graded-retrieval':
      return evaluateGraded(world, collection);
    case 'people-retrieval':
      return evaluatePeople(world, collection);
    case undefined:
      return evaluateOwn(world);
  }
};

/** What the person can mend is said in a sentence; of anything else, where it came from helps. */
const explain = (error: unknown): string => {
  if (error instanceof WrongUse) return error.message === '' ? usage : `${error.message}\n\n${usage}`;
  if (error instanceof CollectionProblem || error instanceof NoDatabase) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return error.message;
  return error.message.startsWith('These settings are wrong') ? error.message : (error.stack ?? error.message);
};
