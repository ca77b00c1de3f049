import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { DomainError } from '#graphql';

interface Problem {
  field: string;
  problem: string;
}

const problemsOf = (errors: ValidationError[], path: string): Problem[] =>
  errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    return [
      ...Object.values(error.constraints ?? {}).map((problem) => ({ field, problem })),
      ...problemsOf(error.children ?? [], field),
    ];
  });

/** Checks arguments and inputs before a resolver sees them, and names every field that is wrong. */
export const inputPipe = () =>
  new ValidationPipe({
    transform: true,
    transformOptions: { exposeUnsetFields: false },
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const problems = problemsOf(errors, '');
      return new DomainError('BAD_INPUT', problems.map(({ problem }) => problem).join('; '), { problems });
    },
  });
