import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const part = z.object({ weight: z.number().positive(), whenUnknown: z.number().min(0).max(1), label: z.string() });

const schema = z.object({
  edition: z.string(),
  note: z.string(),
  parts: z.object({
    topics: part,
    text: part,
    engagement: part,
    sector: part,
    profession: part,
    stage: part,
    timing: part,
    place: part,
    wishes: part,
    demand: part.extend({ weight: z.number().min(0).max(10) }),
  }),
  /** From how many open requests on somebody has some, and many. */
  demand: z.object({ some: z.number().int().positive(), many: z.number().int().positive() }),
  text: z.object({ encoderShare: z.number().min(0).max(1) }),
  topics: z.object({
    askersShare: z.number().min(0).max(1),
    leastCloseness: z.number().min(0).max(1),
    /** What a topic counts that a work is indexed under and its author does not name. */
    workTopicShare: z.number().min(0).max(1),
  }),
  timing: z.object({ monthsLateToZero: z.number().positive(), startShare: z.number().min(0).max(1) }),
  place: z.object({
    sameRegion: z.number(),
    sameNation: z.number(),
    elsewhere: z.number(),
    remote: z.number(),
    hybridFloor: z.number(),
  }),
});

/** What each part of a match counts for, and the few numbers behind the parts. */
export type Weights = z.infer<typeof schema>;

/** Reads weights and names what is wrong with them. */
export const readWeights = (json: string): Weights => schema.parse(JSON.parse(json));

/** The weights in force: libs/matching/data/weights.json, and nowhere else. */
export const weights: Weights = readWeights(readFileSync(projectPath('libs/matching/data/weights.json'), 'utf8'));
