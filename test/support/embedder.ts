import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a service answers: well, or as services fail. */
export type Manner = 'well' | 'late' | 'failing' | 'short' | 'nonsense';

/** Words that a reader would take for one another: what counting words cannot know. */
const alike = [
  ['heart', 'cardiac', 'infarction'],
  ['inhaler', 'spacer', 'puffer'],
];

/** A vector for a text, the same every time: its words, hashed into a few numbers; words that are alike fall together. */
const vectorOf = (text: string, dimensions: number): number[] => {
  const vector = new Array<number>(dimensions).fill(0.01);
  for (const word of text.toLowerCase().match(/[a-z]{3,}/g) ?? []) {
    const same = alike.find((words) => words.includes(word))?.[0] ?? word;
    let hash = 7;
    for (const letter of same) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
    vector[hash % dimensions] = (vector[hash % dimensions] ?? 0) + 1;
  }
  return vector;
};

/** An encoder over HTTP, as an operator might run one, without a model. */
export const startEmbedder = async (dimensions = 256) => {
  const state = { manner: 'well' as Manner, asked: 0, texts: [] as string[], tokens: [] as (string | undefined)[] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { texts } = JSON.parse(Buffer.concat(chunks).toString()) as { texts: string[] };
      state.asked += 1;
      state.texts.push(...texts);
      state.tokens.push(request.headers.authorization);
      const send = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const vectors = texts.map((text) => vectorOf(text, dimensions));
      if (state.manner === 'late') setTimeout(() => send(200, { vectors }), 3_000).unref();
      else if (state.manner === 'failing') send(503, { error: 'loading' });
      else if (state.manner === 'short') send(200, { vectors: vectors.slice(1) });
      else if (state.manner === 'nonsense') send(200, { embeddings: vectors });
      else send(200, { vectors });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    state,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
