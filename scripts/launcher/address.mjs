import { createServer } from 'node:net';
import { freePort } from '../../libs/database/embedded/embedded-postgres.mjs';
import { Failure } from './failure.mjs';

/**
 * Where the product will answer, from PORT and HOST.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ port: number, host: string, url: string, local: string }>} url: for people; local: for a check
 *   from this machine
 */
export const chooseAddress = async (env = process.env) => {
  const host = env.HOST || '127.0.0.1';
  const wanted = env.PORT || '3000';
  const number = Number(wanted);
  if (!/^\d+$/.test(wanted) || number > 65_535) {
    throw new Failure(`PORT must be a number from 0 to 65535 (0: any free one); it is ${wanted}`);
  }
  const port = number || (await freePort());
  await tryPort(port, host);
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const bracketed = host.includes(':') ? `[${host}]` : host;
  const name = everywhere || ['127.0.0.1', '::1'].includes(host) ? 'localhost' : bracketed;
  return {
    port,
    host,
    url: (env.BASE_URL || `http://${name}:${port}`).replace(/\/+$/, ''),
    local: `http://${everywhere ? '127.0.0.1' : bracketed}:${port}`,
  };
};

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Failure(explain(error, port, host))));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
const explain = (error, port, host) => {
  const other = `Set another one, for example PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. ${other}`;
    case 'EACCES':
      return `Port ${port} may not be used by this user. ${other}`;
    case 'EADDRNOTAVAIL':
      return `HOST=${host} is no address of this machine. Leave it out, or use 0.0.0.0 for all of them`;
    default:
      return `Port ${port} of ${host} cannot be used: ${error.message}`;
  }
};
