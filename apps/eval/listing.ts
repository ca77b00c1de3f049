import { nobody, type Viewer } from '#accounts';
import { Database } from '#database';
import { Indexer, type Match, MatchService, searchKinds } from '#search';
import { exposureOf, type Shown, topOf } from './exposure.js';
import type { App } from './world.js';

/** Nobody in particular, who may see every list. */
const reader: Viewer = {
  ...nobody,
  accountId: '00000000-0000-0000-0000-000000000000',
  platformRole: 'platform-admin',
};

/** How many places of a list count as shown. */
const places = 20;
/** Briefs whose lists are made: enough for intervals that tell something, and some minutes at most. */
const mostBriefs = 200;

const fields = new Set(['academic', 'name', 'jobTitle']);

/** A brief of a company, published. */
export interface PublishedBrief {
  id: string;
  title: string;
  organisation: string;
  text: string;
}

/** The first places of the list of a brief, as its owner reads it. */
export const listOf = async (app: App, id: string, first: number): Promise<Match[]> =>
  (await app.get(MatchService).matches(reader, { kind: 'opportunity', id }, 'academics', { first }, fields)).nodes;

/** Published briefs of companies, in an order that has nothing to do with them. */
export const briefsOf = (app: App, most = mostBriefs): Promise<PublishedBrief[]> =>
  app.get(Database).rows<PublishedBrief>(
    `SELECT o.id, o.title, coalesce(c.name, '') AS organisation, o.text FROM opportunity o
     LEFT JOIN organisation c ON c.id = o.organisation_id
     WHERE o.state = 'published' AND o.side = 'company' ORDER BY md5(o.title || o.text), o.id LIMIT $1`,
    [most],
  );

/** Makes the index of a directory that has just been loaded. */
export const indexAll = async (app: App) => {
  for (const kind of searchKinds) await app.get(Indexer).rebuild(kind);
  await app.get(Indexer).placeTexts();
};

/** Who is shown in the first places of the lists of published briefs, against who is in the directory. */
export const measureExposure = async (app: App, say: (line: string) => void) => {
  const people = await app
    .get(Database)
    .rows<Shown>(
      `SELECT id, profession, career_stage AS "careerStage", nation FROM academic WHERE visibility <> 'hidden'`,
    );
  const briefs = await briefsOf(app);
  const lists: (readonly string[])[] = [];
  for (const [index, { id }] of briefs.entries()) {
    if (index % 50 === 0) say(`Brief ${index + 1} of ${briefs.length}`);
    lists.push(topOf(await listOf(app, id, places)));
  }
  return { collection: 'exposure', firstPlaces: places, ...exposureOf(people, lists) };
};
