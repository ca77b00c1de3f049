import { existsSync, readFileSync, statSync } from 'node:fs';
import { projectPath } from '#config';

let known: { changed: number; text: string } | undefined;

/** The page that all pages are made from; undefined while the pages have not been built. A new build is seen at once. */
export const template = (): string | undefined => {
  const path = projectPath('dist', 'web', 'index.html');
  if (!existsSync(path)) return undefined;
  const changed = statSync(path).mtimeMs;
  if (known?.changed !== changed) known = { changed, text: readFileSync(path, 'utf8') };
  return known.text;
};

/** What stands at `/` while there are no pages. */
export const withoutPages = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Benchside</title></head>
<body><main>
<h1>Benchside</h1>
<p>The API of Benchside runs here, at <a href="/graphql">/graphql</a>. Its pages have not been built yet: run
<code>npm run build:web</code> and load this page again.</p>
</main></body>
</html>
`;
