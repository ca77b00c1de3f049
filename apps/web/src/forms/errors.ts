import { problemOf } from '../api/problems';

/** What is wrong with which field, by the field's id. */
export type FieldErrors = Record<string, string>;

const readable = (problem: string) => {
  const sentence = problem.replace(/^(?:input\.)?[a-z][A-Za-z]*(?: |: )/, (start) =>
    start.endsWith(': ') ? '' : start,
  );
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};

/** The server's refusal, told at the fields that it names; empty where it names none of these. */
export const errorsFrom = (error: unknown, fields: readonly string[]): FieldErrors => {
  const { code, details } = problemOf(error);
  if (code !== 'BAD_INPUT') return {};
  const { problems, field, problem, fix } = details as {
    problems?: { field: string; problem: string }[];
    field?: string;
    problem?: string;
    fix?: string;
  };
  const found: FieldErrors = {};
  const add = (name: string, text: string) => {
    const known = fields.find((one) => name.split('.').includes(one));
    if (known) found[known] = readable(text);
  };
  for (const one of problems ?? []) add(one.field, one.problem);
  if (field) add(field, [problem, fix].filter(Boolean).join(' '));
  return found;
};

export const hasErrors = (errors: FieldErrors) => Object.keys(errors).length > 0;
