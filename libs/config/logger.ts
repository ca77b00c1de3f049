import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Settings } from './settings.js';

const levels: LogLevel[] = ['error', 'warn', 'log', 'debug'];
const upTo: Record<Settings['logLevel'], number> = { silent: 0, error: 1, warn: 2, info: 3, debug: 4 };

/** What the framework says of itself while it starts: of use to nobody who runs Benchside. */
const chatter = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
]);

/** Logs a line each: readable in development, JSON in production. */
class BenchsideLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && chatter.has(context)) return;
    super.log(message, ...rest);
  }
}

/** The logger of a program, as its settings ask. */
export const createLogger = ({ logLevel, production }: Pick<Settings, 'logLevel' | 'production'>) =>
  new BenchsideLogger({
    logLevels: levels.slice(0, upTo[logLevel]),
    json: production,
    colors: !production && process.stdout.isTTY === true,
    timestamp: false,
  });
