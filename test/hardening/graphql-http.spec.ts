import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Benchside, startBenchside } from '../support/benchside.js';

const honestStatus =
  'A request that cannot be executed is answered with 400 in every media type: monitors and caches see it.';
const noForms = 'A GET without a header that forms and links cannot send is refused: it could come from another site.';

/** What the specification recommends and is not done, by the id of the audit, with the reason. */
const misses: Record<string, { level: 'SHOULD' | 'MAY'; because: string }> = {
  '572B': { level: 'SHOULD', because: honestStatus },
  FDE2: { level: 'SHOULD', because: honestStatus },
  '7B9B': { level: 'SHOULD', because: honestStatus },
  '5A70': { level: 'MAY', because: noForms },
  D6D5: { level: 'MAY', because: noForms },
  '6A70': { level: 'MAY', because: noForms },
};

interface Audited {
  id: string;
  level: string;
  name: string;
  met: boolean;
}

let benchside: Benchside;
let audited: Audited[];

beforeAll(async () => {
  // Two audits read __type, so introspection is on; in production that is the only difference.
  benchside = await startBenchside({ GRAPHQL_INTROSPECTION: 'true', RATE_LIMIT: 'false' });
  const audits = serverAudits({ url: `${benchside.url}/graphql`, fetchFn: fetch });
  audited = await Promise.all(
    audits.map(async ({ id, name, fn }) => {
      const { status } = await fn();
      return { id, name, level: name.split(' ')[0] ?? '', met: status === 'ok' };
    }),
  );
});
afterAll(() => benchside?.stop());

describe('GraphQL over HTTP', () => {
  const at = (level: string) => audited.filter((audit) => audit.level === level);

  it('meets every MUST of the specification', () => {
    expect(at('MUST')).toHaveLength(13);
    expect(at('MUST').filter(({ met }) => !met)).toEqual([]);
  });

  it('misses of the rest exactly what it says it misses', () => {
    const missed = audited.filter(({ met }) => !met).map(({ id, level }) => ({ id, level }));
    const said = Object.entries(misses).map(([id, { level }]) => ({ id, level }));
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(missed.sort(byId)).toEqual(said.sort(byId));
    expect([at('SHOULD').length, at('MAY').length]).toEqual([23, 25]);
  });
});
