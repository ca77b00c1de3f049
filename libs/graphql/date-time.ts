import { GraphQLISODateTime } from '@nestjs/graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const written =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const parse = (value: unknown): Date => {
  const [, day] = typeof value === 'string' ? (written.exec(value) ?? []) : [];
  const midnight = new Date(`${day}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  if (
    typeof value !== 'string' ||
    Number.isNaN(midnight.valueOf()) ||
    !midnight.toISOString().startsWith(String(day))
  ) {
    throw new GraphQLError('DateTime is written as 2027-03-31T09:30:00Z, a moment that exists.');
  }
  return new Date(value);
};

/** A moment. Nest's own scalar takes anything for one that JavaScript's Date takes, `true` and 30 February included. */
export const DateTime = new GraphQLScalarType<Date, unknown>({
  ...GraphQLISODateTime.toConfig(),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
