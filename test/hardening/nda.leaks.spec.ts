import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { NotificationLetters } from '#notifications';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { walkOperations } from './schema.walk.js';

/** Of the side behind the brief: its name, its person, their address. None of it stands anywhere else. */
const secret = /zyxveil|zyxperson/i;

let benchside: Benchside;
let schema: GraphQLSchema;
let academic: Actor;
let hidden: Actor;
const ids: Record<string, string> = {};

const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
  const row = await benchside.database.row<{ id: string }>(
    `INSERT INTO ${table} (${Object.keys(values).join(', ')})
     VALUES (${Object.keys(values)
       .map((_, at) => `$${at + 1}`)
       .join(', ')}) RETURNING id`,
    Object.values(values),
  );
  return row?.id ?? '';
};

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
  schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  academic = await benchside.person({ email: 'ada@example.org', name: 'Ada Own' });
  hidden = await benchside.person({ email: 'zyxperson@zyxveil.example', name: 'Zyxperson Moss' });
  const person = { profession: 'nurse', topics: ['asthma'] };
  ids.own = await insert('academic', {
    ...person,
    given_name: 'Ada',
    family_name: 'Own',
    account_id: academic.accountId,
  });
  ids.company = await insert('organisation', {
    ...{ slug: 'zyxveil', name: 'Zyxveil', type: 'company', verification: 'verified', visibility: 'hidden' },
    topics: ['asthma'],
  });
  await insert('account_membership', { organisation_id: ids.company, account_id: hidden.accountId, role: 'admin' });
  ids.brief = await insert('opportunity', {
    ...{ side: 'company', organisation_id: ids.company, title: 'A piece of work', opportunity_type: 'consultancy' },
    ...{ text: 'Somebody who knows severe asthma well is needed for this piece of work.', topics: ['asthma'] },
    ...{ state: 'published', blind: true, reveal_after: 'nda' },
  });
  const input = {
    ...{ opportunityId: ids.brief, type: 'consultancy', idempotencyKey: 'a-request-about-it' },
    reason: 'I have taught inhaler technique for ten years and would like to know what this is about.',
  };
  const { sent } = await academic.ask<{ sent: { request: { id: string } } }>(
    'mutation ($input: SendRequestInput!) { sent: sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
    { input },
  );
  ids.request = sent.request.id;
  await hidden.ask('mutation ($id: ID!) { acceptRequest(id: $id, note: "Gladly.") { state } }', { id: ids.request });
  await hidden.ask('mutation ($input: PostRequestMessageInput!) { postRequestMessage(input: $input) { id } }', {
    input: { requestId: ids.request, text: 'Take the time that you need.', idempotencyKey: 'a-message-about-it' },
  });
  const event = await benchside.database.row<{ id: string }>(
    'SELECT id FROM request_event WHERE request_id = $1 LIMIT 1',
    [ids.request],
  );
  ids.event = event?.id ?? '';
  ids.account = hidden.accountId ?? '';
  await benchside.indexed();
}, 120_000);
afterAll(() => benchside?.stop());

/** All of a type that can be asked for without arguments, as deep as so many levels. */
const selectionOf = (type: GraphQLNamedType, levels: number): string => {
  if (isUnionType(type)) {
    return `{ ${type
      .getTypes()
      .map((one) => `... on ${one.name} ${selectionOf(one, levels)}`)
      .join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    const selection = levels > 0 ? selectionOf(inner, levels - 1) : '';
    return selection ? [`${field.name} ${selection}`] : [];
  });
  return fields.length > 0 ? `{ ${fields.join(' ')} }` : '';
};

/** Every query of the API, with all that it answers, on every thing that there is. */
const everythingRead = async (as: Actor): Promise<[way: string, answer: string][]> => {
  const answers: [string, string][] = [];
  const operations = walkOperations(schema, (name) => (name.endsWith('.first') ? 20 : undefined));
  for (const operation of operations.filter(({ kind }) => kind === 'query')) {
    const field = schema.getQueryType()?.getFields()[operation.name];
    if (!field) continue;
    const type = getNamedType(field.type);
    const places = operation.places.filter(({ type: scalar }) => scalar === 'ID');
    const given = [
      operation.variables(),
      ...places.flatMap((place) => Object.values(ids).map((id) => place.with(place.list ? [id] : id))),
      ...['sent', 'archived'].flatMap((box) =>
        operation.name === 'requests' ? [{ ...operation.variables(), box }] : [],
      ),
    ];
    for (const variables of given) {
      for (let levels = 4; levels >= 0; levels -= 1) {
        const document = operation.document.replace('{ __typename }', selectionOf(type, levels) || '{ __typename }');
        const answer = await as.send(document, variables);
        // What is too much at once is asked for with a level less.
        if (answer.errors?.some(({ extensions }) => extensions.code === 'LIMIT_EXCEEDED')) continue;
        expect({ way: operation.name, codes: answer.errors?.map(({ extensions }) => extensions.code) ?? [] }).toEqual({
          way: operation.name,
          codes: expect.not.arrayContaining(['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED']),
        });
        answers.push([`${operation.name} ${JSON.stringify(variables)}`, JSON.stringify(answer)]);
        break;
      }
    }
  }
  return answers;
};

const telling = (answers: [string, string][]) =>
  answers.filter(([, answer]) => secret.test(answer)).map(([way]) => way);

const letters = async () => {
  const rows = await benchside.database.rows<{ id: string }>('SELECT id FROM notification WHERE account_id = $1', [
    academic.accountId,
  ]);
  await benchside.app.get(NotificationLetters, { strict: false }).send(rows.map(({ id }) => id));
  const folder = join(benchside.settings.stateDir, 'mail');
  const files = await readdir(folder).catch(() => []);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.filter((text) => text.includes('ada@example.org'));
};

describe('a request that waits for an NDA', () => {
  it('tells on no way, to the side that is to sign, who is behind the brief; and once it is signed, it does', async () => {
    const waiting = await everythingRead(academic);
    expect(waiting.some(([way, answer]) => way.startsWith('request ') && answer.includes('awaiting-nda'))).toBe(true);
    expect(waiting.some(([way, answer]) => way.startsWith('notifications') && answer.includes('NDA'))).toBe(true);
    expect(telling(waiting)).toEqual([]);
    const written = await letters();
    expect(written.length).toBeGreaterThan(0);
    expect(written.join('\n')).not.toMatch(secret);
    const pages = [`/opportunities/${ids.brief}`, `/requests/${ids.request}`, `/organisations/${ids.company}`];
    for (const path of pages) {
      const page = await fetch(`${benchside.url}${path}`, { headers: { cookie: academic.cookie } });
      expect(await page.text()).not.toMatch(secret);
    }

    const input = {
      ...{ id: ids.request, version: '2026.1', capacity: 'myself', signatory: 'Ada Own', role: 'Nurse' },
      ...{ signedOn: new Date().toISOString().slice(0, 10), idempotencyKey: 'a-signature-of-it' },
    };
    await academic.ask('mutation ($input: SignRequestNdaInput!) { signRequestNda(input: $input) { id } }', { input });
    const ways = telling(await everythingRead(academic)).map((way) => way.split(' ')[0]);
    expect(ways).toEqual(expect.arrayContaining(['request', 'requests', 'notifications', 'collaborations']));
  }, 300_000);
});
