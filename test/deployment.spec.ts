import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectPath, readSettings } from '#config';
import { type Benchside, startBenchside } from './support/benchside.js';

const read = (...path: string[]) => readFileSync(projectPath(...path), 'utf8');
const compose = read('docker-compose.yml');
const dockerfile = read('Dockerfile');

/** The lines below a heading of YAML, as deep as they go, without the heading's own depth. */
const below = (text: string, heading: RegExp): string => {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) throw new Error(`Nothing is headed ${heading}`);
  const depth = lines[start]?.search(/\S/) ?? 0;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= depth);
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
};

const services = new Map(
  [...below(compose, /^services:/).matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name = '']) => [
    name,
    below(below(compose, /^services:/), new RegExp(`^ {2}${name}:$`)),
  ]),
);
const ours = below(compose, /^x-benchside:/);
/** Names and values of a block of environment. */
const pairs = (text: string) =>
  [...text.matchAll(/^\s+([A-Z][A-Z_]+): (.+)$/gm)].map(([, name = '', value = '']) => ({ name, value }));
const given = pairs(below(ours, /^ {2}environment:/));

/** What compose makes of a value, where `outside` is what the operator has set. */
const filled = (value: string, outside: Record<string, string>) =>
  value.replace(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, rest: string) => {
    const set = outside[name];
    if (set) return set;
    if (kind !== '-') throw new Error(`${name}: ${rest}`);
    return rest;
  });

const secrets = {
  POSTGRES_PASSWORD: 'a-password-of-a-test',
  MEILISEARCH_API_KEY: 'a-key-of-sixteen-or-more',
  AUTH_SECRET: 'a secret of thirty-two characters or more',
  BASE_URL: 'https://benchside.example',
  SMTP_URL: 'smtp://mail.example',
};
const environment = (outside: Record<string, string>) =>
  Object.fromEntries(given.map(({ name, value }) => [name, filled(value, outside)]));

describe('what runs in production', () => {
  it('is set by names that the settings know', () => {
    const known = new Set(
      [...read('libs/config/settings.ts').matchAll(/^ {4}([A-Z][A-Z_]+): /gm)].map(([, name]) => name),
    );
    const image = [...dockerfile.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name]) => name);
    expect(given.length).toBeGreaterThan(8);
    expect([...given.map(({ name }) => name), ...image].filter((name) => !known.has(name))).toEqual([]);
  });

  it('starts with the secrets that it asks for, and with those alone', () => {
    const settings = readSettings(environment(secrets));
    expect(settings).toMatchObject({ production: true, introspection: false, demonstration: false, trustProxy: 1 });
    expect(settings.meilisearch?.apiKey).toBe(secrets.MEILISEARCH_API_KEY);
    expect(settings.embedder).toBeNull();
  });

  it.each(Object.keys(secrets))('does not start without %s, and has none by itself', (name) => {
    expect(() => environment({ ...secrets, [name]: '' })).toThrow(new RegExp(`^${name}: set ${name}`));
  });

  it('has no password, key or secret written down', () => {
    const secret = pairs(compose).filter(({ name }) => /PASSWORD|SECRET|KEY|TOKEN/.test(name));
    expect(secret.length).toBeGreaterThan(4);
    expect(secret.filter(({ value }) => !/^\$\{[A-Z_]+(:\?[^}]+|:-)\}$/.test(value))).toEqual([]);
    expect(compose).not.toMatch(/:\/\/\w+:(?!\$\{)[^@\s]+@/);
  });

  it('is made of images of one known version', () => {
    const images = [...compose.matchAll(/^\s+image: (\S+)$/gm)].map(([, image = '']) => image);
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    expect(images.filter((image) => image !== 'benchside' && !/:v?\d+[\w.-]*$/.test(image))).toEqual([]);
    expect(new Set(images.filter((image) => image.startsWith('getmeili/'))).size).toBe(1);
    expect(new Set(bases).size).toBe(1);
    const least = Number(/>=(\d+)/.exec(read('package.json').split('"node":')[1] ?? '')?.[1]);
    expect(Number(/^node:(\d+)-/.exec(bases[0] ?? '')?.[1])).toBeGreaterThanOrEqual(least);
  });

  it('does not run as root, but for what gives a volume away and ends', () => {
    expect([...dockerfile.matchAll(/^USER (\S+)/gm)].at(-1)?.[1]).toBe('node');
    expect(ours).toContain('cap_drop: [ALL]');
    expect(ours).toContain('read_only: true');
    for (const [name, text] of services) {
      const user = /^\s+user: (.+)$/m.exec(text)?.[1];
      const isOurs = text.includes('<<: *benchside');
      // The image of PostgreSQL gives its own root away before it serves.
      const rootless =
        isOurs || name === 'postgres' || /^"?[1-9]\d*:/.test(user ?? '') || text.includes('restart: "no"');
      expect({ name, rootless }).toEqual({ name, rootless: true });
    }
  });

  it('starts programs that there are, from files that the image holds', () => {
    const programs = [...`${compose}\n${dockerfile}`.matchAll(/"(dist\/[^"]+\.js)"/g)].map(([, path = '']) => path);
    expect(programs.length).toBeGreaterThan(2);
    const source = (path: string) => path.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(programs.filter((path) => !existsSync(projectPath(source(path))))).toEqual([]);
    const copied = [...dockerfile.matchAll(/^COPY --from=build \/benchside\/(\S+)/gm)].map(([, path = '']) => path);
    const made = ['dist', 'node_modules'];
    expect(copied.filter((path) => !made.includes(path) && !existsSync(projectPath(path)))).toEqual([]);
  });

  it('waits for the database and the index, and prepares them before it serves', () => {
    const waits = (name: string) => below(services.get(name) ?? '', /^\s+depends_on:/);
    for (const needed of ['postgres', 'meilisearch']) {
      expect(waits('prepare')).toContain(`${needed}: { condition: service_healthy }`);
      expect(services.get(needed)).toContain('healthcheck:');
    }
    for (const name of ['api', 'worker']) {
      expect(waits(name)).toContain('prepare: { condition: service_completed_successfully }');
      expect(services.get(name)).toMatch(/stop_grace_period: \d+s/);
    }
  });
});

describe('the health check of the API', () => {
  let benchside: Benchside;
  beforeAll(async () => {
    benchside = await startBenchside();
  });
  afterAll(() => benchside?.stop());

  /** Runs what compose runs, against another port. */
  const check = async (port: string) => {
    const script = /"(fetch\(.+\))",?$/m.exec(services.get('api') ?? '')?.[1] ?? '';
    expect(script).toContain('127.0.0.1:3000/');
    const child = spawn(process.execPath, ['-e', script.replace(':3000/', `:${port}/`)], { stdio: 'ignore' });
    const [code] = (await once(child, 'exit')) as [number];
    return code;
  };

  it('succeeds where it is ready, and fails where nobody listens', async () => {
    expect(await check(new URL(benchside.url).port)).toBe(0);
    expect(await check('1')).toBe(1);
  });
});
