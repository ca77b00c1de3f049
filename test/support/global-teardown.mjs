/**
 * Ends the server of the run. A run that is killed before it comes here loses its server all the same, and its folder is
 * removed by a later run.
 */
export default async () => {
  const run =
    /** @type {{ testPostgres?: import('../../libs/database/embedded/embedded-postgres.mjs').EmbeddedPostgres }} */ (
      globalThis
    );
  await run.testPostgres?.destroy();
  run.testPostgres = undefined;
};
