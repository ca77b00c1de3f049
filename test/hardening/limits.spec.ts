import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLOutputType, getIntrospectionQuery, getNamedType, isObjectType } from 'graphql';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { expectRefusal, post, postBody, send } from './asking.js';
import { browsers } from './browsers.suite.js';

const production = {
  NODE_ENV: 'production',
  AUTH_SECRET: 'a secret that only this spec knows, 0123456789',
  TRUST_PROXY: '1',
};

let benchside: Benchside;
let development: Benchside;

beforeAll(async () => {
  benchside = await startBenchside(production);
  development = await startBenchside();
});
afterAll(async () => {
  await benchside?.stop();
  await development?.stop();
});

let addresses = 0;
/** Each comes from an address of its own, so that none uses up what another may ask for. */
const elsewhere = () => {
  addresses += 1;
  return { 'x-forwarded-for': `198.51.100.${addresses}` };
};
const ask = (query: string, variables: object = {}) => post(benchside.url, query, variables, elsewhere());

const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

describe('in production', () => {
  it('does not describe its schema', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Query") { name } }',
      getIntrospectionQuery(),
    ]) {
      const reply = await ask(query);
      expectRefusal(reply);
      expect([reply.status, ...new Set(reply.codes)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(reply.text).toContain('introspection is not allowed');
    }
  });

  it('suggests no names for misspelt ones', async () => {
    for (const query of [
      '{ academc(id: "x") { id } }',
      '{ academic(idd: "x") { id } }',
      '{ academic(id: "x") { idd } }',
      '{ academics(first: 1, filter: { topic: "x" }) { totalCount } }',
      'query ($filter: AcademicFilte) { __typename }',
    ]) {
      const reply = await ask(query);
      expectRefusal(reply);
      expect(reply.text).not.toMatch(/did you mean/i);
    }
  });

  it('has no landing page', async () => {
    const page = await send(`${benchside.url}/graphql`, { headers: { accept: 'text/html' } });
    expectRefusal(page, 'BAD_REQUEST');
    expect(page.headers.get('content-type')).toContain('application/json');
  });

  it('takes no persisted queries', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    expectRefusal(await postBody(benchside.url, JSON.stringify({ extensions })), 'PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe('in development', () => {
  it('describes its schema, deep as that is', async () => {
    expect((await post(development.url, getIntrospectionQuery())).errors).toEqual([]);
  });

  it('has no landing page either', async () => {
    expectRefusal(await send(`${development.url}/graphql`, { headers: { accept: 'text/html' } }), 'BAD_REQUEST');
  });
});

/** A query along the longest way down the schema, cut at one level more than is allowed. */
const deepestQuery = (): { query: string; levels: number } => {
  const { schema } = benchside.app.get(GraphQLSchemaHost);
  let best: string[] = [];
  const walk = (type: GraphQLOutputType, path: string[]) => {
    if (path.length > best.length) best = path;
    const named = getNamedType(type);
    if (path.length > 12 || !isObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      if (field.args.length === 0) walk(field.type, [...path, field.name]);
    }
  };
  const { academics } = schema.getQueryType()?.getFields() ?? {};
  if (!academics) throw new Error('The schema has no academics');
  walk(academics.type, ['academics(first: 1)']);
  return { query: `{ ${best.join(' { ')} ${'} '.repeat(best.length)}`, levels: best.length };
};

describe('an operation', () => {
  it('may go as deep as the schema does, up to twelve levels', async () => {
    const { query, levels } = deepestQuery();
    const reply = await ask(query);
    expect(levels).toBeGreaterThan(6);
    expect(reply.codes).toEqual(levels > 12 ? ['LIMIT_EXCEEDED'] : []);
  });

  it('may have fifteen aliases, in fragments or not', async () => {
    expect((await ask(`{ ${many(15, (i) => `a${i}: __typename`)} }`)).errors).toEqual([]);
    expectRefusal(await ask(`{ ${many(16, (i) => `a${i}: __typename`)} }`), 'LIMIT_EXCEEDED');
    const fragment = `fragment f on AcademicSearch { ${many(4, (i) => `b${i}: totalCount`)} }`;
    const spread = `{ ${many(4, (i) => `a${i}: academics(first: 1) { ...f }`)} } ${fragment}`;
    expectRefusal(await ask(spread), 'LIMIT_EXCEEDED');
  });

  it('may have twenty directives, in fragments or not', async () => {
    const field = (directives: number) => `{ __typename ${'@include(if: true) '.repeat(directives)}}`;
    expectRefusal(await ask(field(2)), 'GRAPHQL_VALIDATION_FAILED');
    const spread = (count: number) => `{ ${'... @include(if: true) { __typename } '.repeat(count)}}`;
    expect((await ask(spread(20))).errors).toEqual([]);
    expectRefusal(await ask(spread(21)), 'LIMIT_EXCEEDED');
    expectRefusal(
      await ask(
        `{ ${'... { ...f } '.repeat(11)}} fragment f on Query { __typename @skip(if: false) ... @skip(if: false) { __typename } }`,
      ),
      'LIMIT_EXCEEDED',
    );
  });

  it('may have four thousand tokens', async () => {
    expectRefusal(await ask(`{ ${'__typename '.repeat(4_100)}}`), 'GRAPHQL_PARSE_FAILED');
    expectRefusal(await ask(`query ($a: [Int] = [${'1 '.repeat(4_100)}]) { __typename }`), 'GRAPHQL_PARSE_FAILED');
  });

  it('is refused at once when its fields are repeated a thousand times', async () => {
    expectRefusal(await ask(`{ ${'viewer { name } '.repeat(990)}}`));
    expectRefusal(await ask(`{ ${'__typename '.repeat(3_900)}}`));
  });

  it('is refused at once when its fragments unfold to a thousand million fields', async () => {
    for (const doublings of [12, 30, 300]) {
      const bomb = many(doublings, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
      const reply = await ask(`{ ...f0 } ${bomb} fragment f${doublings} on Query { __typename }`);
      expectRefusal(reply, 'LIMIT_EXCEEDED');
    }
  });

  it('is refused when its fragments go round in a circle', async () => {
    expectRefusal(
      await ask('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('is refused when it is a subscription, or names no operation of its document', async () => {
    expectRefusal(await ask('subscription { anything }'), 'OPERATION_RESOLUTION_FAILURE');
    for (const operationName of ['C', '', null, undefined]) {
      const body = JSON.stringify({ query: 'query A { __typename } query B { __typename }', operationName });
      expectRefusal(await postBody(benchside.url, body), 'OPERATION_RESOLUTION_FAILURE');
    }
  });
});

describe('the cost of an operation', () => {
  const texts = 'familyName givenName honorific id industryExperience jobTitle name offer orcid source';
  const field = (count: number) => many(count / 10, () => texts);
  const costIn = (text: string) => Number(/costs (\d+)/.exec(text)?.[1]);

  it('is one for each field, times the length of the list around it, once', async () => {
    // 1 + 100 x (totalCount + nodes + 10 fields + edges + node + 10 fields), and as much again under the other name.
    const list = `academics(first: 100) { totalCount nodes { ${field(10)} } edges { node { ${field(10)} } } }`;
    const reply = await ask(`{ ${list} a: ${list} b: ${list} }`);
    expectRefusal(reply, 'LIMIT_EXCEEDED');
    expect(costIn(reply.text)).toBe(3 * (1 + 100 * 24));
    expect((await ask(`{ ${list} a: ${list} }`)).errors).toEqual([]);
  });

  it('counts the length that a variable or its default gives', async () => {
    const list = `academics(first: $first) { nodes { ${field(10)} } }`;
    const query = `query ($first: Int!) { ${many(7, (i) => `a${i}: ${list}`)} }`;
    expect((await ask(query, { first: 2 })).errors).toEqual([]);
    expect(costIn((await ask(query, { first: 100 })).text)).toBe(7 * (1 + 100 * 11));
    const initial = query.replace('Int!', 'Int! = 100');
    expect(costIn((await ask(initial)).text)).toBe(7 * (1 + 100 * 11));
  });

  it('counts what a switch includes, also after it was left out once', async () => {
    const list = `academics(first: 100) @include(if: $all) { nodes { ${field(10)} } }`;
    const query = `query ($all: Boolean!) { ${many(7, (i) => `a${i}: ${list}`)} }`;
    expect((await ask(query, { all: false })).errors).toEqual([]);
    expectRefusal(await ask(query, { all: true }), 'LIMIT_EXCEEDED');
  });

  it('cannot be hidden behind an argument that is wrong', async () => {
    const list = `academics(first: 100) { nodes { ${field(10)} } }`;
    const query = `query ($first: Int) { suggestTopics(prefix: "a", first: $first) { code } ${many(7, (i) => `a${i}: ${list}`)} }`;
    expectRefusal(await ask(query, { first: null }), 'BAD_USER_INPUT');
    expectRefusal(await ask(query), 'LIMIT_EXCEEDED');
  });

  it('is not told of an operation with wrong variables: what is wrong with them is', async () => {
    const reply = await ask('query ($first: Int!) { academics(first: $first) { totalCount } }', { first: 'ten' });
    expectRefusal(reply, 'BAD_USER_INPUT');
    expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('$first')]);
  });
});

describe('a refusal', () => {
  it('tells five errors at most', async () => {
    const reply = await ask(`{ ${many(30, (i) => `nothing${i}`)} }`);
    expectRefusal(reply);
    expect(reply.errors).toHaveLength(5);
  });
});

browsers(() => ({ url: benchside.url, elsewhere }));
