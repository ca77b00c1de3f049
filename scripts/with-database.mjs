// Runs one of our programs with a database: that of DATABASE_URL, of the running product, or one started for it.
//   node scripts/with-database.mjs dist/apps/import/main.js ror organisations.ndjson
import { fork } from 'node:child_process';
import { requireNode } from './launcher/node-version.mjs';

const run = async () => {
  const [
    { build },
    { borrowDatabase },
    { install },
    { inProject, root, stateDir },
    { createProgress },
    product,
    ending,
  ] = await Promise.all([
    import('./launcher/build.mjs'),
    import('./launcher/database.mjs'),
    import('./launcher/install.mjs'),
    import('./launcher/paths.mjs'),
    import('./launcher/progress.mjs'),
    import('./launcher/running.mjs'),
    import('./launcher/shutdown.mjs'),
  ]);
  const [script, ...parameters] = process.argv.slice(2);
  if (!script) throw new Error('usage: node scripts/with-database.mjs <script below dist/> [parameters]');
  // The program's own output is on stdout; ours must not be among it.
  const progress = createProgress(process.stderr);
  const shutdown = ending.createShutdown(progress.line, { codeWhenAsked: 130 });
  await install(root, progress);
  await build(root, progress);
  const database = await borrowDatabase(progress);
  shutdown.add(database.stop);
  const running = await product.runningProduct();
  const env = {
    ...process.env,
    ...(running?.environment.DATABASE_URL === database.url ? running.environment : {}),
    DATABASE_URL: database.url,
    BENCHSIDE_STATE: stateDir,
  };
  const program = fork(inProject(script), parameters, {
    env,
    cwd: process.cwd(),
    // The channel closes when we die, however we die; the program listens for `disconnect` and then ends.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--enable-source-maps'],
  });
  const ended = new Promise((resolve) => program.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))));
  shutdown.add(
    async () => {
      program.kill('SIGTERM');
      const late = setTimeout(() => program.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
    () => program.kill('SIGKILL'),
  );
  await shutdown.end(await ended);
};

requireNode();
run().catch((error) => {
  console.error(error.name === 'Failure' ? error.message : error);
  process.exitCode = 1;
});
