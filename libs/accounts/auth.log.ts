import { Logger } from '@nestjs/common';
import { oneLine } from '#mail';

/** Where in the code an error arose and of what kind it is: its own words may quote what a person typed. */
export const traceOf = (error: Error & { code?: unknown }) => {
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return [`${error.name} ${typeof error.code === 'string' ? error.code : ''}`.trim(), ...frames.slice(0, 8)].join('\n');
};

/**
 * better-auth's log. Its errors alone are kept, on one line, without the values that it puts beside them: those hold
 * addresses. The level says "info" because with "error" it would also print each refusal, past this function.
 */
export const authLog = () => {
  const logger = new Logger('Accounts');
  return {
    level: 'info' as const,
    log: (level: string, message: string, ...values: unknown[]) => {
      if (level !== 'error') return;
      const errors = values.filter((value) => value instanceof Error).map(traceOf);
      logger.error([oneLine(message.replace(/\S+@\S+/g, '(address)')), ...errors].join('\n'));
    },
  };
};
