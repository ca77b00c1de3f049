import type { LoggerService } from '@nestjs/common';
import type { Benchside } from '../support/benchside.js';

/** Collects what a server logs from now on. */
export const logsOf = ({ app }: Pick<Benchside, 'app'>): string[] => {
  const lines: string[] = [];
  const keep = (message: unknown) => lines.push(message instanceof Error ? String(message.stack) : String(message));
  const collector: LoggerService = { log: keep, warn: keep, error: keep, fatal: keep };
  app.useLogger(collector);
  return lines;
};
