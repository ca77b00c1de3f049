import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const schema = z.record(
  z.string().startsWith('/'),
  z.object({ title: z.string(), description: z.string(), indexed: z.boolean() }),
);

/** Every page that is not a profile: apps/web/pages.json, which the pages themselves are named by too. */
export const knownPages = Object.entries(
  schema.parse(JSON.parse(readFileSync(projectPath('apps', 'web', 'pages.json'), 'utf8'))),
).map(([path, page]) => ({ path, ...page }));

/** `/requests/$id` stands for one more part of an address. */
const patterns = knownPages.map((page) => ({
  page,
  pattern: new RegExp(`^${page.path.replace(/[.]/g, '\\.').replace(/\$[A-Za-z]+/g, '[^/]+')}$`),
}));

/** The page at a path, if there is one. */
export const knownPage = (path: string) => {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
  return patterns.find(({ pattern }) => pattern.test(plain))?.page;
};
