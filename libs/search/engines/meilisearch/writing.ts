import type { RefusedDocument } from '../prepared-document.js';
import type { IndexedDocument } from './index-settings.js';
import { type Server, TaskRefused } from './server.js';

/** Documents, and characters of JSON, sent at once; the server takes 100 MB. */
const largest = { documents: 1_000, characters: 10_000_000 } as const;
/** Tasks that may wait in the server's queue; waiting for each in turn would halve the speed. */
const inFlight = 20;

interface Line {
  id: string;
  json: string;
}

/** Sends documents to one index, and keeps count of those that it refuses. */
export class Writer {
  readonly refused: RefusedDocument[] = [];
  readonly #server: Server;
  readonly #index: string;
  readonly #sent: { task: number; lines: Line[] }[] = [];

  constructor(server: Server, index: string) {
    this.#server = server;
    this.#index = index;
  }

  /** Sends documents without waiting until they are found. */
  async send(documents: readonly IndexedDocument[]): Promise<void> {
    let lines: Line[] = [];
    let characters = 0;
    for (const document of documents) {
      const json = JSON.stringify(document);
      if (lines.length > 0 && (lines.length === largest.documents || characters + json.length > largest.characters)) {
        await this.#enqueue(lines);
        lines = [];
        characters = 0;
      }
      lines.push({ id: document.id, json });
      characters += json.length;
    }
    if (lines.length > 0) await this.#enqueue(lines);
  }

  /** Waits until everything sent is found, or refused. */
  async drain(): Promise<void> {
    while (this.#sent.length > 0) await this.#finishFirst();
  }

  async #enqueue(lines: Line[]): Promise<void> {
    while (this.#sent.length >= inFlight) await this.#finishFirst();
    const { taskUid } = await this.#server.ask((client) =>
      client
        .index(this.#index)
        .addDocumentsFromString(lines.map(({ json }) => json).join('\n'), 'application/x-ndjson'),
    );
    this.#sent.push({ task: taskUid, lines });
  }

  async #finishFirst(): Promise<void> {
    const first = this.#sent.shift();
    if (!first) return;
    try {
      await this.#server.finish(first.task);
    } catch (error) {
      if (!(error instanceof TaskRefused)) throw error;
      await this.#findPoison(first.lines, error.message);
    }
  }

  /** One bad document fails everything that is sent with it, so halves are sent again until it is alone. */
  async #findPoison(lines: Line[], reason: string): Promise<void> {
    const [only] = lines;
    if (lines.length === 1 && only) {
      this.refused.push({ id: only.id, reason });
      return;
    }
    const middle = Math.ceil(lines.length / 2);
    await this.#enqueue(lines.slice(0, middle));
    await this.#enqueue(lines.slice(middle));
  }
}
