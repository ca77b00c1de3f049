import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';

/** What is wrong with a collection, in a sentence. */
export class CollectionProblem extends Error {}

/** A text of the collection: with a title and an abstract apart, or as one. */
const text = z
  .union([z.string(), z.object({ title: z.string().default(''), abstract: z.string().nullish() })])
  .transform((given) =>
    typeof given === 'string' ? { title: '', abstract: given } : { title: given.title, abstract: given.abstract ?? '' },
  );
export type CollectionText = z.output<typeof text>;

const number = z.number().int().min(0);
const numbers = z.record(z.string(), z.number());

const expertise = z.object({
  texts: z.array(text),
  versions: z
    .array(z.object({ people: z.record(z.string(), z.array(number)), items: z.record(z.string(), number) }))
    .min(1),
  ratings: z.record(z.string(), numbers),
});
export type ExpertiseCollection = z.output<typeof expertise> & { kind: 'expertise-ratings' };

const graded = z.object({
  documents: z.record(z.string(), z.string()),
  queries: z.record(z.string(), z.object({ long: z.string(), short: z.string() })),
  grades: z.record(z.string(), numbers),
});
export type GradedCollection = z.output<typeof graded> & { kind: 'graded-retrieval' };

const people = z.object({
  texts: z.array(text),
  people: z.record(z.string(), z.array(number)),
  queries: z.array(z.object({ text: number, relevant: z.array(z.string()) })).min(1),
});
export type PeopleCollection = z.output<typeof people> & { kind: 'people-retrieval' };

export type Collection = ExpertiseCollection | GradedCollection | PeopleCollection;

const shapes = [
  { kind: 'expertise-ratings', keys: ['texts', 'versions', 'ratings'] },
  { kind: 'graded-retrieval', keys: ['documents', 'queries', 'grades'] },
  { kind: 'people-retrieval', keys: ['texts', 'people', 'queries'] },
] as const;

/** Reads a collection, and tells by its keys what it is. */
export const readCollection = (path: string): Collection => {
  const name = basename(path);
  const content = parse(readFileSync(path, 'utf8'), name);
  const shape = shapes.find(({ keys }) => keys.every((key) => Object.hasOwn(content, key)));
  if (!shape) {
    const known = shapes.map(({ kind, keys }) => `${kind} (${keys.join(', ')})`).join('; ');
    throw new CollectionProblem(
      `${name} is no collection of judgements: it has ${list(Object.keys(content))}. Known shapes: ${known}.`,
    );
  }
  switch (shape.kind) {
    case 'expertise-ratings': {
      const collection = checked(expertise, content, name, shape.kind);
      for (const version of collection.versions) {
        holdsTexts(name, collection.texts.length, [
          ...Object.values(version.people).flat(),
          ...Object.values(version.items),
        ]);
      }
      return { kind: shape.kind, ...collection };
    }
    case 'graded-retrieval':
      return { kind: shape.kind, ...checked(graded, content, name, shape.kind) };
    case 'people-retrieval': {
      const collection = checked(people, content, name, shape.kind);
      const asked = collection.queries.map((query) => query.text);
      holdsTexts(name, collection.texts.length, [...Object.values(collection.people).flat(), ...asked]);
      return { kind: shape.kind, ...collection };
    }
  }
};

const parse = (content: string, name: string): object => {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new CollectionProblem(`${name} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new CollectionProblem(`${name} is no collection of judgements: it is not a JSON object.`);
};

const checked = <S extends z.ZodType>(schema: S, content: object, name: string, kind: string): z.output<S> => {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new CollectionProblem(
    `${name} looks like ${kind}, but ${issue?.path.join('.') || 'the whole'} is wrong: ${issue?.message}.`,
  );
};

const holdsTexts = (name: string, size: number, used: readonly number[]) => {
  const missing = used.find((index) => index >= size);
  if (missing !== undefined) throw new CollectionProblem(`${name} names text ${missing}, but has ${size} texts.`);
};

const list = (keys: readonly string[]) =>
  keys.length === 0 ? 'nothing in it' : keys.slice(0, 8).join(', ') + (keys.length > 8 ? ' and more' : '');
