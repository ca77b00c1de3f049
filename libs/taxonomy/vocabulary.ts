import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectPath } from '#config';
import { Taxonomy } from './taxonomy.js';
import type { Vocabulary } from './term.js';
import { problemsOf } from './vocabulary.rules.js';

/** The data files say something that cannot be loaded. Names every problem, so that one run shows them all. */
export class InvalidVocabulary extends Error {
  constructor(readonly problems: string[]) {
    super(`The vocabularies cannot be loaded:\n- ${problems.join('\n- ')}`);
    this.name = 'InvalidVocabulary';
  }
}

/** Goes up when the same file is to give other rows, so that it is loaded again. */
const readerVersion = 1;

const text = z.string().trim().min(1);
const attribution = { source: text, sourceUrl: z.url().optional(), validFrom: z.iso.date(), sourced: z.boolean() };

const termShape = z.strictObject({
  code: text,
  label: text,
  parent: text.optional(),
  synonyms: z.array(text).default([]),
  healthCategories: z.array(text).default([]),
  source: attribution.source.optional(),
  sourceUrl: attribution.sourceUrl,
  validFrom: attribution.validFrom.optional(),
  sourced: attribution.sourced.optional(),
  attributes: z
    .looseObject({
      replacedBy: text.optional(),
      meshHeadings: z.array(text).optional(),
      asWritten: z.array(text).optional(),
    })
    .default({}),
});

const fileShape = z.strictObject({
  scheme: text,
  edition: text,
  parentScheme: text.optional(),
  source: attribution.source,
  sourceUrl: attribution.sourceUrl,
  validFrom: attribution.validFrom,
  licence: text,
  terms: z.array(termShape).min(1),
});

const vocabularyOf = (file: string, content: string): Vocabulary => {
  const { terms, ...head } = fileShape.parse(JSON.parse(content));
  return {
    file,
    scheme: head.scheme,
    edition: head.edition,
    validFrom: head.validFrom,
    contentHash: createHash('sha256').update(`${readerVersion}\n`).update(content).digest('hex'),
    terms: terms.map((term, sort) => ({
      scheme: head.scheme,
      code: term.code,
      label: term.label,
      parent: term.parent ?? null,
      synonyms: term.synonyms,
      healthCategories: term.healthCategories,
      sort,
      // A term with a source of its own does not inherit the address of another.
      source: term.source ?? head.source,
      sourceUrl: (term.source ? term.sourceUrl : head.sourceUrl) ?? null,
      edition: head.edition,
      validFrom: term.validFrom ?? head.validFrom,
      validTo: null,
      sourced: term.sourced ?? true,
      retired: false,
      attributes: head.parentScheme ? { ...term.attributes, parentScheme: head.parentScheme } : term.attributes,
    })),
  };
};

const reasonOf = (error: unknown) =>
  error instanceof z.ZodError
    ? error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`).join('; ')
    : String(error instanceof Error ? error.message : error);

/**
 * Reads and checks the data files of all schemes.
 *
 * @throws {InvalidVocabulary} with every problem: what is no such file, an unknown parent, a loop, a code or synonym
 * that two terms share, a health category that does not exist
 */
export const readVocabularies = (folder = projectPath('libs/taxonomy/data')): Vocabulary[] => {
  const problems: string[] = [];
  const vocabularies: Vocabulary[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    try {
      vocabularies.push(vocabularyOf(file, readFileSync(join(folder, file), 'utf8')));
    } catch (error) {
      problems.push(`${file}: ${reasonOf(error)}`);
    }
  }
  problems.push(...problemsOf(vocabularies));
  if (problems.length > 0) throw new InvalidVocabulary(problems);
  return vocabularies;
};

/** The taxonomy as the data files have it, without a database: for generators, evaluations and unit tests. */
export const readTaxonomy = (folder?: string): Taxonomy =>
  new Taxonomy(readVocabularies(folder).flatMap((vocabulary) => vocabulary.terms));
