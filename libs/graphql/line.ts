import { ValidateBy, type ValidationArguments } from 'class-validator';

/** Characters of which nothing is seen: spaces, controls, zero-width ones, variation selectors and fillers. */
const unseen = /[\p{Z}\p{C}\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]/gu;
const control = /\p{Cc}/u;

/** Whether anybody sees anything of a text. */
export const isBlank = (text: string): boolean => text.replace(unseen, '') === '';

/** What is wrong with a text that is to stand on one line; null for nothing. Lengths are those of the database. */
const problemOf = (value: unknown, min: number, max: number): string | null => {
  if (typeof value !== 'string') return 'must be a text';
  if (isBlank(value)) return 'must not be blank: write something that can be seen';
  if (control.test(value)) return 'must not hold line breaks or other control characters';
  const length = [...value.trim()].length;
  if (length >= min && length <= max) return null;
  return `must have ${min} to ${max.toLocaleString('en-GB')} characters, without the spaces around it`;
};

/**
 * A name or a title: one line of which something is seen. The lengths are counted as PostgreSQL counts them, so that
 * what passes here passes its CHECK.
 */
export const Line = (min: number, max: number): PropertyDecorator =>
  ValidateBy({
    name: 'line',
    validator: {
      validate: (value) => problemOf(value, min, max) === null,
      defaultMessage: (args?: ValidationArguments) =>
        `${args?.property ?? 'the text'} ${problemOf(args?.value, min, max) ?? 'is wrong'}`,
    },
  });

/** A key that makes a mutation safe to repeat. */
export const IdempotencyKey = (): PropertyDecorator => Line(8, 255);
