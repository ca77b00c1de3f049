import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { type Benchside, startBenchside } from '../support/benchside.js';

const operations = JSON.parse(
  readFileSync(projectPath('apps', 'web', 'src', 'generated', 'persisted-documents.json'), 'utf8'),
) as Record<string, string>;
const idOf = (name: string) =>
  Object.keys(operations).find(
    (id) => operations[id]?.includes(`query ${name} `) || operations[id]?.includes(`query ${name}(`),
  );

let benchside: Benchside | undefined;
afterEach(async () => {
  await benchside?.stop();
  benchside = undefined;
});

const post = async (body: object, address = '/graphql') => {
  const response = await fetch(`${benchside?.url}${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data: answer.data, code: answer.errors?.[0]?.extensions.code };
};

describe('the operations of the pages', () => {
  it('are named by their hash instead of being sent', async () => {
    benchside = await startBenchside();
    expect(await post({ documentId: idOf('Viewer'), variables: {} })).toMatchObject({ data: { viewer: null } });
    expect(await post({ documentId: idOf('TopicsInText'), variables: { text: 'asthma' } })).toMatchObject({
      status: 200,
    });
    expect(await post({ documentId: 'sha256:of-an-older-build' })).toMatchObject({ status: 400, code: 'OUTDATED' });
    expect(await post({ query: '{ viewer { name } }' })).toMatchObject({ data: { viewer: null } });
  });

  it('are the only ones that are answered where that is switched on', async () => {
    benchside = await startBenchside({ GRAPHQL_TRUSTED_ONLY: 'true' });
    expect(await post({ documentId: idOf('Viewer'), variables: {} })).toMatchObject({ data: { viewer: null } });
    expect(await post({ query: '{ viewer { name } }' })).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    // The hash decides, whatever text comes along with it.
    expect(await post({ documentId: idOf('Viewer'), query: '{ __schema { types { name } } }' })).toMatchObject({
      data: { viewer: null },
    });
    expect(await post([{ query: '{ viewer { name } }' }])).toMatchObject({ status: 403 });
    const get = await fetch(`${benchside.url}/graphql?query=${encodeURIComponent('{ viewer { name } }')}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(get.status).toBe(403);
  });

  it('and their types are those of the schema (npm run operations writes them)', async () => {
    const cli = projectPath('node_modules', '@graphql-codegen', 'cli', 'cjs', 'bin.js');
    const checked = promisify(execFile)(process.execPath, [cli, '--config', 'apps/web/codegen.ts', '--check'], {
      cwd: projectPath(),
    });
    await expect(checked).resolves.toBeDefined();
  });
});
