import type { PoolClient } from 'pg';
import type { Benchside } from '../support/benchside.js';

/** Writes down every statement that leaves through the pool, where the driver sends it. */
export const statementsOf = ({ database }: Pick<Benchside, 'database'>) => {
  const sent: string[] = [];
  const watched = new WeakSet<PoolClient>();
  database.pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    Object.assign(client, {
      query: (first: unknown, ...rest: unknown[]) => {
        const { text } = (typeof first === 'string' ? { text: first } : first) as { text: string };
        // Asked every two seconds by itself, whatever anybody does.
        if (text !== 'SELECT revision FROM taxonomy_revision')
          sent.push(text.replace(/\s+/g, ' ').trim().slice(0, 120));
        return query(first, ...rest);
      },
    });
  });
  return {
    /** The statements that were sent while this was done. */
    async during(work: () => Promise<unknown>): Promise<string[]> {
      const before = sent.length;
      await work();
      return sent.slice(before);
    },
  };
};
