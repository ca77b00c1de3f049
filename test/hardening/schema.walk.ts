import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** One place of an operation into which a value goes: an argument, or a field of an input somewhere in one. */
export interface Place {
  /** Such as "updateAcademic.input.works[0].title". */
  name: string;
  /** The name of the scalar: String, Int, ID, ... */
  type: string;
  /** Whether a list of it goes there. */
  list: boolean;
  nullable: boolean;
  /** The variables of the operation with this value in this place, and what must be there in the others. */
  with(value: unknown): Record<string, unknown>;
}

export interface WalkedOperation {
  kind: 'query' | 'mutation';
  name: string;
  document: string;
  places: Place[];
  /** No more than what must be there. */
  variables(): Record<string, unknown>;
}

/** What goes where a value is required, by the name of the place or its last part. */
export type Plausible = (name: string, type: string) => unknown;

const text = 'A text about severe asthma that is long enough wherever fifty characters are asked for.';
const byName: Record<string, () => unknown> = {
  idempotencyKey: () => randomUUID(),
  box: () => 'received',
  code: () => 'asthma',
  email: () => 'somebody@example.org',
  facet: () => 'topic',
  field: () => 'summary',
  kind: () => 'academic',
  level: () => 'public',
  opportunityType: () => 'consultancy',
  policy: () => 'direct',
  profession: () => 'nurse',
  purpose: () => 'digest',
  role: () => 'member',
  scheme: () => 'profession',
  type: () => 'consultancy',
  verification: () => 'verified',
  visibility: () => 'public',
  workEmail: () => 'somebody@example.org',
};
const byType: Record<string, () => unknown> = {
  Boolean: () => true,
  DateTime: () => '2027-03-01T09:00:00.000Z',
  Float: () => 0.5,
  ID: () => randomUUID(),
  Int: () => 1,
  String: () => text,
};

const plain: Plausible = (name, type) => {
  const last =
    name
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? '';
  return (byName[last] ?? byType[type])?.();
};

interface Slot {
  name: string;
  type: GraphQLInputType;
  list: boolean;
  nullable: boolean;
}

const slotOf = (name: string, given: GraphQLInputType): Slot => {
  const nullable = !isNonNullType(given);
  const inner = isNonNullType(given) ? given.ofType : given;
  return { name, type: given, nullable, list: isListType(inner) };
};

/** Every query and mutation with every place for a value in it, read from the schema. */
export const walkOperations = (schema: GraphQLSchema, plausible: Plausible = () => undefined): WalkedOperation[] => {
  const fill: Plausible = (name, type) => plausible(name, type) ?? plain(name, type);

  /** What must be in a place: nothing where it may be left out. */
  const required = ({ name, type, list, nullable }: Slot): unknown =>
    nullable ? undefined : least(name, getNamedType(type), list);
  const least = (name: string, type: GraphQLNamedInputType, list: boolean): unknown => {
    if (list) return [];
    return isInputObjectType(type) ? leastObject(name, type) : fill(name, type.name);
  };
  const leastObject = (name: string, type: GraphQLNamedInputType): Record<string, unknown> => {
    if (!isInputObjectType(type)) return {};
    const slots = Object.values(type.getFields()).map((field) => ({
      field: field.name,
      value: field.defaultValue === undefined ? required(slotOf(`${name}.${field.name}`, field.type)) : undefined,
    }));
    return Object.fromEntries(
      slots.filter(({ value }) => value !== undefined).map(({ field, value }) => [field, value]),
    );
  };

  /** All places in and below a slot; `put` makes the whole around a value. */
  const placesIn = (slot: Slot, put: (value: unknown) => Record<string, unknown>): Place[] => {
    const { name, list, nullable } = slot;
    const type = getNamedType(slot.type);
    if (isLeafType(type)) return [{ name, type: type.name, list, nullable, with: put }];
    const inner = list ? `${name}[0]` : name;
    const wrap = (object: Record<string, unknown>) => put(list ? [object] : object);
    return Object.values(type.getFields()).flatMap((field) =>
      placesIn(slotOf(`${inner}.${field.name}`, field.type), (value) =>
        wrap({ ...leastObject(inner, type), [field.name]: value }),
      ),
    );
  };

  return (['query', 'mutation'] as const).flatMap((kind) => {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {}).map((field): WalkedOperation => {
      const slots = field.args.map((argument) => ({
        argument,
        slot: slotOf(`${field.name}.${argument.name}`, argument.type),
      }));
      const variables = () => {
        const values = slots.map(({ argument, slot }) => [
          argument.name,
          argument.defaultValue === undefined ? required(slot) : undefined,
        ]);
        return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
      };
      const definitions = field.args.map(({ name, type, defaultValue }) =>
        defaultValue === undefined ? `$${name}: ${type}` : `$${name}: ${String(type).replace(/!$/, '')}`,
      );
      const given = field.args.map(({ name }) => `${name}: $${name}`);
      const list = (items: string[]) => (items.length > 0 ? `(${items.join(', ')})` : '');
      const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
      return {
        kind,
        name: field.name,
        document: `${kind} ${list(definitions)} { ${field.name}${list(given)}${selection} }`,
        places: slots.flatMap(({ argument, slot }) =>
          placesIn(slot, (value) => ({ ...variables(), [argument.name]: value })),
        ),
        variables,
      };
    });
  });
};
