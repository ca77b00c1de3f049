import { isMigrated } from '#database';

/** What to do before a program can serve, where its database has not been prepared for this version. */
export const unprepared = async (databaseUrl: string): Promise<string | null> => {
  if (await isMigrated(databaseUrl)) return null;
  return 'The database has not been prepared for this version. Run "node dist/apps/api/prepare.js" first; `npm start` does so by itself.';
};

/** Ends the program with that sentence, if there is one. */
export const endUnprepared = async (databaseUrl: string): Promise<void> => {
  const problem = await unprepared(databaseUrl);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
};
