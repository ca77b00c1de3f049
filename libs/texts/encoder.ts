import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SETTINGS, type Settings } from '#config';

/** The encoder did not answer as agreed: it is away, too slow, or gives something else than vectors of the right size. */
export class EncoderProblem extends Error {}

type Embedder = NonNullable<Settings['embedder']>;

const answerShape = z.object({ vectors: z.array(z.array(z.number())) });

/** Texts of one question to the encoder: more would only wait longer for the first. */
const mostAtOnce = 32;
/** Characters of one text that are sent: encoders read a page at most. */
const longestText = 8_000;
/** Whole numbers that stand for -1 to 1: half the bytes of a float, and finer than any encoder is right. */
const unit = 32_767;

/** A vector of unit length, as whole numbers: -32,767 stands for -1, 32,767 for 1. */
export type Meaning = Int16Array;

/** The vector of unit length in the direction of this one, as it is kept. A vector without length has no direction. */
export const meaningOf = (vector: readonly number[]): Meaning => {
  const norm = Math.hypot(...vector);
  if (!Number.isFinite(norm) || norm === 0) throw new EncoderProblem('The encoder gave a vector without a length.');
  return Int16Array.from(vector, (value) => Math.round((value / norm) * unit));
};

/** The cosine of two meanings. */
export const nearness = (a: Meaning, b: Meaning): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum / (unit * unit);
};

/**
 * What reads the meaning of texts, if the settings name something that does: an HTTP service of the operator. It is asked
 * in the worker and by the evaluator, never while somebody waits for a page. docs/MATCHING.md has what it must answer.
 */
@Injectable()
export class Encoder {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'embedder'>) {}

  /** What vectors are kept under, so that those of another encoder are never compared; null where there is none. */
  get name(): string | null {
    const { embedder } = this.settings;
    return embedder ? `${embedder.name}/${embedder.dimensions}` : null;
  }

  /** The meaning of each text, in their order. */
  async meanings(texts: readonly string[]): Promise<Meaning[]> {
    const { embedder } = this.settings;
    if (!embedder) throw new EncoderProblem('No encoder is set: EMBEDDER_URL names one.');
    const found: Meaning[] = [];
    for (let start = 0; start < texts.length; start += mostAtOnce) {
      found.push(...(await read(embedder, texts.slice(start, start + mostAtOnce))));
    }
    return found;
  }
}

/** What a service answers to texts: a vector for each, of whatever size. */
const answered = async ({ url, token, timeoutMs }: Embedder, texts: readonly string[]): Promise<number[][]> => {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ texts: texts.map((text) => text.slice(0, longestText)) }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    body = response.ok ? await response.json() : null;
  } catch (error) {
    const late = (error as { name?: string }).name === 'TimeoutError';
    throw new EncoderProblem(
      late ? `The encoder did not answer in ${timeoutMs} ms.` : `The encoder did not answer: ${reasonOf(error)}.`,
    );
  }
  if (!response.ok) throw new EncoderProblem(`The encoder answered with status ${response.status}.`);
  const read = answerShape.safeParse(body);
  if (!read.success) throw new EncoderProblem('The encoder must answer {"vectors": [[number, ...], ...]}.');
  const { vectors } = read.data;
  if (vectors.length === texts.length) return vectors;
  throw new EncoderProblem(`The encoder gave ${vectors.length} vectors for ${texts.length} texts.`);
};

const read = async (embedder: Embedder, texts: readonly string[]): Promise<Meaning[]> => {
  const vectors = await answered(embedder, texts);
  const wrong = vectors.find(({ length }) => length !== embedder.dimensions);
  if (!wrong) return vectors.map(meaningOf);
  throw new EncoderProblem(
    `The encoder gave a vector of ${wrong.length} numbers, EMBEDDER_DIMENSIONS says ${embedder.dimensions}. ` +
      'Set it to what the encoder gives.',
  );
};

/** How many numbers the vectors of a service have, by asking it for one. */
export const dimensionsOf = async (embedder: Embedder): Promise<number> =>
  (await answered(embedder, ['How long is a vector?']))[0]?.length ?? 0;

const reasonOf = (error: unknown) =>
  error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
