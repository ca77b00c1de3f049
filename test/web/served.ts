import { projectPath } from '#config';
import { buildWeb } from '../../scripts/launcher/web.mjs';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { seedDirectory, seedPeople } from './directory.js';

export interface Served {
  benchside: Benchside;
  people: Awaited<ReturnType<typeof seedPeople>>;
}

/** Builds the pages where they have changed. */
export const builtPages = () => buildWeb(projectPath(), { step: (_title, work) => work(() => undefined) });

/** The product with its pages, a small directory and two people who can sign in. */
export const serve = async (environment: Record<string, string> = {}): Promise<Served> => {
  await builtPages();
  const benchside = await startBenchside({ RATE_LIMIT: 'false', ...environment });
  try {
    await seedDirectory(benchside);
    return { benchside, people: await seedPeople(benchside) };
  } catch (error) {
    await benchside.stop();
    throw error;
  }
};
