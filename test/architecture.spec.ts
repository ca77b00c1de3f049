import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { codes } from '#graphql';

/** The rooms, leftmost first: each may use only what stands before it. */
const order = [
  'config',
  'graphql',
  'database',
  'outbox',
  'jobs',
  'mail',
  'taxonomy',
  'accounts',
  'organisations',
  'academics',
  'opportunities',
  'text-analysis',
  'texts',
  'matching',
  'search',
  'notifications',
  'requests',
  'files',
  'governance',
  'collaborations',
  'sign-offs',
  'agreements',
  'declarations',
  'meetings',
  'introductions',
  'outcomes',
  'alerts',
  'feedback',
  'stewardship',
  'rights',
  'importers',
  'demonstration',
];

interface SourceFile {
  path: string;
  text: string;
  lines: number;
}

const sources = (folder: string): SourceFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      return { path: relative(projectPath(), file), text, lines: text.split('\n').length };
    });

const libs = sources(projectPath('libs'));
const apps = sources(projectPath('apps')).filter(({ path }) => !path.startsWith('apps/web/'));
const product = [...libs, ...apps].filter(({ path }) => !path.endsWith('.spec.ts'));

const importsOf = ({ text }: SourceFile) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
const roomOf = (path: string) => path.split('/')[1] ?? '';

describe('the architecture', () => {
  it('is read from the sources', () => {
    expect(libs.length).toBeGreaterThan(100);
    expect(libs.flatMap(importsOf).filter((target) => target === '#database').length).toBeGreaterThan(10);
  });

  it('has every library in the order of rooms, with a door', () => {
    const rooms = readdirSync(projectPath('libs'));
    expect(rooms.filter((room) => !order.includes(room))).toEqual([]);
    expect(rooms.filter((room) => !existsSync(projectPath('libs', room, 'index.ts')))).toEqual([]);
  });

  it('is drawn on the map in the same order', () => {
    const map =
      readFileSync(projectPath('docs', 'ARCHITECTURE.md'), 'utf8').split('\nlibs/ ')[1]?.split('\ntest/ ')[0] ?? '';
    const drawn = map
      .split('\n')
      .slice(1)
      .flatMap((line) =>
        [...(/^ {2}((?:[a-z-]+\/\s+)+)/.exec(line)?.[1] ?? '').matchAll(/[a-z-]+(?=\/)/g)].map(([room]) => room),
      );
    expect(drawn).toEqual(order);
  });

  it('imports point one way', () => {
    const wrong = libs
      .filter(({ path }) => !path.endsWith('.spec.ts'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('#'))
          .map((target) => target.slice(1))
          .filter((target) => order.indexOf(target) >= order.indexOf(roomOf(file.path)))
          .map((target) => `${file.path} -> #${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('enters a library only through its door', () => {
    const wrong = [...libs, ...apps].flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            /^#[^/]+\//.test(target) ||
            (target.startsWith('.') &&
              file.path.startsWith('libs/') &&
              !join(file.path, '..', target).startsWith(`libs/${roomOf(file.path)}/`)) ||
            /libs\//.test(target),
        )
        .map((target) => `${file.path} -> ${target}`),
    );
    // The data source lists the migrations, and a spec may start the launcher of the embedded server.
    expect(wrong.filter((line) => !line.includes('.spec.ts'))).toEqual([]);
  });

  it('has no circle of files', () => {
    const files = [...product, ...sources(projectPath('apps', 'web', 'src'))];
    const known = new Map(files.map(({ path }) => [path.replace(/\.tsx?$/, ''), path]));
    const next = new Map(
      files.map((file) => [
        file.path,
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .flatMap((target) => known.get(join(file.path, '..', target).replace(/\.js$/, '')) ?? []),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' -> '));
      if (done.has(path)) return;
      done.add(path);
      for (const target of next.get(path) ?? []) visit(target, [...above, path]);
    };
    for (const { path } of files) visit(path, []);
    expect([...next.values()].flat().length).toBeGreaterThan(1_000);
    expect(circles).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = product
      .filter(({ text }) => /process\.env\b/.test(text))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('libs/config/') && !path.endsWith('/testing.ts'));
    expect(readers).toEqual([]);
  });

  it('keeps every file to 300 lines, but for migrations', () => {
    const long = [...libs, ...apps]
      .filter(({ path, lines }) => lines > 301 && !path.includes('/migrations/'))
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it('injects at most five things into a class', () => {
    const crowded = product.flatMap(({ path, text }) =>
      [...text.matchAll(/constructor\(([\s\S]*?)\) \{/g)]
        .map((match) => (match[1]?.match(/@Inject\(/g) ?? []).length)
        .filter((count) => count > 5)
        .map((count) => `${path}: ${count}`),
    );
    expect(crowded).toEqual([]);
  });

  it('has in its image every file of the sources that its programs read', () => {
    const image = readFileSync(projectPath('Dockerfile'), 'utf8');
    const read = product
      .filter(({ path }) => /^(?:libs|apps\/(?:api|worker))\//.test(path))
      .flatMap(({ text }) => [...text.matchAll(/projectPath\(((?:'[^']+'(?:, )?)+)\)/g)])
      .map(([, parts = '']) => [...parts.matchAll(/'([^']+)'/g)].map(([, part]) => part).join('/'))
      .filter((path) => path.startsWith('apps/') && /\.\w+$/.test(path));
    expect(read.length).toBeGreaterThan(1);
    expect(read.filter((path) => !image.includes(` ./${path}\n`))).toEqual([]);
  });

  it('never reaches for forwardRef, common folders or base classes of our own', () => {
    const wrong = product.filter(
      ({ path, text }) =>
        /forwardRef\(/.test(text) || /\/(?:common|utils|helpers)\//.test(path) || /class Base[A-Z]/.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('the codes of errors', () => {
  const declared: string[] = Object.keys(codes);
  // What the pages say of the way to the server, and not the server.
  const ofPages = ['OUTDATED'];
  const literals = ({ text }: SourceFile, pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const pages = sources(projectPath('apps', 'web', 'src')).filter(({ path }) => !path.includes('/generated/'));

  it('are declared in one place, thrown, promised or read by a page', () => {
    const undeclared = [
      ...product.flatMap((file) => literals(file, /\b(?:conflict|new DomainError)\(\s*'([^']+)'/g)),
      ...product.flatMap((file) => literals(file, /@throws ([A-Z_]{4,})/g)),
      ...pages.flatMap((file) => literals(file, /\bcode [!=]== '([A-Z_]+)'/g)),
      ...pages.flatMap((file) => literals(file, /'([A-Z]+(?:_[A-Z]+)+)'/g)),
    ].filter((code) => ![...declared, ...ofPages].includes(code));
    expect(undeclared).toEqual([]);
  });

  it('are all in use', () => {
    const text = product.filter(({ path }) => path !== 'libs/graphql/errors.ts').map((file) => file.text);
    const helped = ['NOT_FOUND', 'NOT_ALLOWED', 'SIGN_IN_NEEDED', 'TOO_MANY', 'BAD_INPUT'];
    const idle = declared.filter((code) => !helped.includes(code) && !text.some((one) => one.includes(`'${code}'`)));
    expect(idle).toEqual([]);
  });
});
