import { parseArgs } from 'node:util';
import type { SearchEngineName } from '#search';

export const usage = `Usage: npm run eval -- <collection.json> [--engine <name>] [--embedder <url>] [--scores <file>]
       npm run eval -- --own [--engine <name>] [--embedder <url>] [--scores <file>]
       npm run eval -- --exposure [--demonstration]
       npm run eval -- --read
       npm run eval -- --from-feedback [--weights <candidate.json>] [--scores <file>]

Measures how well texts are matched, on the judgements of people, and writes the figures as JSON. The people of a
collection are taken into a database of their own beside the product's, which is removed at the end.

  --own               the collection of this project: briefs with judged profiles of the demonstration directory
  --from-feedback     what people have said of their matches and what came of their requests, in the product's database
  --exposure          who is in the first twenty places of published briefs, against who is in the directory: that of the
                      product, or of the demonstration
  --read              ten briefs of the demonstration directory with their best five and the reasons, as Markdown to be read
  --weights <file>    other weights, in the form of libs/matching/data/weights.json, to be compared with those in force
  --engine <name>     postgresql or meilisearch: only whom this engine finds as the candidates of \`matches\` is compared,
                      all others have 0; without it, everybody is compared. Meilisearch is that of MEILISEARCH_URL
  --embedder <url>    also measures what an encoder brings (docs/MATCHING.md); else that of EMBEDDER_URL, if it is set
  --scores <file>     writes every score, too
`;

/** What is measured. */
export type Task = 'collection' | 'own' | 'from-feedback' | 'exposure' | 'read';

export interface Asked {
  task: Task;
  path: string | undefined;
  scores: string | undefined;
  weights: string | undefined;
  embedder: string | undefined;
  engine: SearchEngineName | undefined;
  demonstration: boolean;
  help: boolean;
}

const engines: readonly SearchEngineName[] = ['postgresql', 'meilisearch'];

/** The parameters name nothing that can be done. */
export class WrongUse extends Error {}

/** Reads the parameters of the command. */
export const readAsked = (parameters: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        own: { type: 'boolean' },
        'from-feedback': { type: 'boolean' },
        exposure: { type: 'boolean' },
        demonstration: { type: 'boolean' },
        read: { type: 'boolean' },
        weights: { type: 'string' },
        embedder: { type: 'string' },
        engine: { type: 'string' },
        scores: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [path, ...rest] = positionals;
    const help = values.help ?? false;
    const tasks: Task[] = [
      ...(path === undefined ? [] : (['collection'] as const)),
      ...(values.own ? (['own'] as const) : []),
      ...(['from-feedback', 'exposure', 'read'] as const).filter((name) => values[name]),
    ];
    const [task = 'own'] = tasks;
    if (!help && (tasks.length !== 1 || rest.length > 0)) throw new WrongUse();
    if (values.weights !== undefined && task !== 'from-feedback') {
      throw new WrongUse('--weights belongs to --from-feedback.');
    }
    if (values.demonstration && task !== 'exposure') throw new WrongUse('--demonstration belongs to --exposure.');
    if (values.embedder !== undefined && !/^https?:\/\/\S+$/.test(values.embedder)) {
      throw new WrongUse('--embedder names an address that starts with http:// or https://.');
    }
    const engine = engines.find((name) => name === values.engine);
    if (values.engine !== undefined && !engine) throw new WrongUse(`--engine is ${engines.join(' or ')}.`);
    if (engine && task !== 'collection' && task !== 'own') {
      throw new WrongUse('--engine belongs to a collection or --own.');
    }
    return {
      task,
      path,
      scores: values.scores,
      weights: values.weights,
      embedder: values.embedder,
      engine,
      demonstration: values.demonstration ?? false,
      help,
    };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : '');
  }
};
