import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import {
  type GraphQLInputType,
  type GraphQLResolveInfo,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql';
import { badInput } from '#graphql';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Half of a pair of UTF-16 units: no text that PostgreSQL, or anybody, can read. */
const loneSurrogate = /\p{Cs}/u;

/** Refuses texts that cannot be stored and ids that are none, in any argument of any operation, and names the field. */
@Injectable()
export class ArgumentsGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const gql = GqlExecutionContext.create(context);
    const { parentType, fieldName } = gql.getInfo<GraphQLResolveInfo>();
    const values = gql.getArgs<Record<string, unknown>>();
    for (const { name, type } of parentType.getFields()[fieldName]?.args ?? []) {
      // The fields of a form are known by their own names, as the checks of the inputs call them.
      check(values[name], type, name === 'input' ? '' : name);
    }
    return true;
  }
}

const check = (value: unknown, given: GraphQLInputType, field: string): void => {
  if (value === undefined || value === null) return;
  const type = getNullableType(given);
  if (isListType(type) && Array.isArray(value)) {
    value.forEach((item, index) => {
      check(item, type.ofType, `${field}[${index}]`);
    });
  } else if (isInputObjectType(type)) {
    const values = value as Record<string, unknown>;
    for (const inner of Object.values(type.getFields()))
      check(values[inner.name], inner.type, field ? `${field}.${inner.name}` : inner.name);
  } else if (isScalarType(type) && typeof value === 'string') {
    checkText(value, field);
    if (type.name === 'ID' && !uuid.test(value)) {
      throw badInput(
        field,
        'this is not an id.',
        'Pass an id as it was answered, such as 7d9f2c1e-3b5a-4c8d-9e0f-1a2b3c4d5e6f.',
      );
    }
  }
};

const checkText = (text: string, field: string) => {
  if (text.includes('\0') || loneSurrogate.test(text)) {
    throw badInput(
      field,
      'the text holds a character that cannot be stored.',
      'Take out NULs and halves of characters.',
    );
  }
};
