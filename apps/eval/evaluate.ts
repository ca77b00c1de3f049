import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Settings } from '#config';
import { weights } from '#matching';
import type { SearchEngineName } from '#search';
import { dimensionsOf, EncoderProblem } from '#texts';
import { type Asked, readAsked, usage, WrongUse } from './asked.js';
import { type Collection, CollectionProblem, readCollection } from './collection.js';
import { evaluateExpertise } from './expertise.js';
import { evaluateFeedback } from './feedback.js';
import { evaluateGraded } from './graded.js';
import { indexAll, measureExposure } from './listing.js';
import { evaluateOwn } from './own.js';
import { evaluatePeople } from './people.js';
import { readLists } from './reading.js';
import type { Evaluation } from './report.js';
import { EvaluationWorld, NoDatabase } from './world.js';

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

/** Runs the evaluation that the parameters ask for. */
export const runEvaluation = async (
  parameters: readonly string[],
  readSettings: () => Settings,
  terminal: Terminal,
  stop: Stop = { requested: false },
): Promise<ExitCode> => {
  try {
    const asked = readAsked(parameters);
    if (asked.help) {
      terminal.out.write(usage);
      return 0;
    }
    if (asked.task === 'exposure' || asked.task === 'read') {
      terminal.out.write(await listed(asked, readSettings(), terminal, stop));
      return 0;
    }
    const { scores, ...figures } = await measured(asked, readSettings, terminal, stop);
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

/** What is measured, or read, of whole lists of matches. */
const listed = async (asked: Asked, settings: Settings, terminal: Terminal, stop: Stop): Promise<string> => {
  const say = (line: string) => terminal.error.write(`${line}\n`);
  if (asked.task === 'exposure' && !asked.demonstration) {
    const { app, close } = await EvaluationWorld.onTheProduct(settings);
    try {
      return `${JSON.stringify(await measureExposure(app, say), null, 2)}\n`;
    } finally {
      await close();
    }
  }
  const world = await EvaluationWorld.open({ ...settings, embedder: null }, { say, stop });
  try {
    const app = await world.demonstrate();
    await indexAll(app);
    return asked.task === 'read'
      ? await readLists(app)
      : `${JSON.stringify(await measureExposure(app, say), null, 2)}\n`;
  } finally {
    await world.drop();
  }
};

const measured = async (
  asked: Asked,
  readSettings: () => Settings,
  terminal: Terminal,
  stop: Stop,
): Promise<Evaluation> => {
  if (asked.task === 'from-feedback') return evaluateFeedback(readSettings(), asked.weights);
  const collection = asked.path === undefined ? null : readCollection(asked.path);
  const settings = { ...readSettings(), embedder: null };
  const { engine } = asked;
  if (engine === 'meilisearch' && settings.meilisearch === null) {
    const leftOut = 'Meilisearch is left out: MEILISEARCH_URL is not set.';
    terminal.error.write(`${leftOut}\n`);
    return { collection: collection?.kind ?? 'own', engine, leftOut, metrics: {}, scores: null };
  }
  const inWorld = measureIn(collection, engine, terminal, stop);
  const words = await inWorld(settings);
  const embedder = await embedderOf(asked, readSettings());
  if (embedder === null) return words;
  terminal.error.write(`Again, with ${embedder.url}\n`);
  const { metrics, scores } = await inWorld({ ...settings, embedder });
  return {
    ...words,
    withEmbedder: {
      embedder: embedder.name,
      dimensions: embedder.dimensions,
      share: weights.text.encoderShare,
      metrics,
    },
    scores: { words: words.scores, withEmbedder: scores },
  };
};

/** The encoder that is named with the command, or else the one of the settings. */
const embedderOf = async ({ embedder: url }: Asked, settings: Settings): Promise<Settings['embedder']> => {
  if (url === undefined) return settings.embedder;
  const named = { url, name: 'named', ...settings.encoderCalls };
  return { ...named, dimensions: await dimensionsOf({ ...named, dimensions: 0 }) };
};

const measureIn =
  (collection: Collection | null, engine: SearchEngineName | undefined, terminal: Terminal, stop: Stop) =>
  async (settings: Settings): Promise<Evaluation> => {
    const say = (line: string) => terminal.error.write(`${line}\n`);
    const world = await EvaluationWorld.open(settings, { say, stop }, engine);
    try {
      const { collection: kind, ...figures } = await evaluate(world, collection);
      return { collection: kind, ...(engine ? { engine } : {}), ...figures };
    } finally {
      await world.drop();
    }
  };

const evaluate = (world: EvaluationWorld, collection: Collection | null): Promise<Evaluation> => {
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
  if (error instanceof CollectionProblem || error instanceof NoDatabase || error instanceof EncoderProblem)
    return error.message;
  if (error instanceof z.ZodError) return `The weights cannot be read: ${z.prettifyError(error)}`;
  if (error instanceof SyntaxError) return `The weights are not JSON: ${error.message}`;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return error.message;
  return error.message.startsWith('These settings are wrong') ? error.message : (error.stack ?? error.message);
};
