import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import type { Budgets } from './graphql.budgets.js';
import type { ApiContext } from './graphql.context.js';
import { shapeOf } from './graphql.shape.js';

const deepest = 12;
const mostFields = 1_500;
const mostAliases = 15;
const mostDirectives = 20;
const mostCost = 6_000;

/** What reading a refused text costs: a page's operation of 2,000 characters as much as a small list. */
const charactersPerCost = 20;

const exceeded = (what: string) =>
  new GraphQLError(what, { extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400 } } });

/** Each field costs one, and what is in a list as much as the list may be long. */
const estimate = ({ args, childComplexity, field }: ComplexityEstimatorArgs): number => {
  const length = typeof args.first === 'number' ? Math.min(Math.max(args.first, 1), 100) : 1;
  // A page has its things twice in the schema, as nodes and in edges; `first` is counted once, at the list's field.
  return field.name === '__typename' ? 0 : 1 + childComplexity * length;
};

const checkShape = (document: DocumentNode) => {
  const { depth, fields, aliases, directives } = shapeOf(document);
  if (depth > deepest) throw exceeded(`The query is deeper than ${deepest} levels. Ask for less at once.`);
  if (aliases > mostAliases) throw exceeded(`There are more than ${mostAliases} aliases. Use variables and lists.`);
  if (directives > mostDirectives) throw exceeded(`There are more than ${mostDirectives} directives.`);
  if (fields > mostFields) throw exceeded(`With its fragments the query has more than ${mostFields} fields.`);
};

/** The costs of each document, once measured. */
const measured = new WeakMap<DocumentNode, Map<string, number>>();

/** Lengths of lists are whole numbers, and what is included is decided by switches: nothing else changes the cost. */
const costKey = (variables: Record<string, unknown>, operationName?: string) =>
  JSON.stringify([
    operationName,
    Object.entries(variables).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean'),
  ]);

interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/** The cost of an operation, or undefined where its variables are wrong: then nothing of it will be executed. */
const costOf = ({ schema, document, operation, variables }: Asked): number | undefined => {
  let costs = measured.get(document);
  if (!costs) {
    checkShape(document);
    costs = new Map();
    measured.set(document, costs);
  }
  const operationName = operation.name?.value;
  const key = costKey(variables, operationName);
  const known = costs.get(key);
  if (known !== undefined) return known;
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 }).errors)
    return undefined;
  try {
    const cost = getComplexity({ schema, query: document, variables, operationName, estimators: [estimate] });
    if (costs.size < 100) costs.set(key, cost);
    return cost;
  } catch (error) {
    // An argument that is wrong only together with its variable, such as null where a default was expected.
    throw new GraphQLError((error as Error).message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
};

/** Refuses operations that are too deep, too wide or too dear, and callers that ask for too much in a minute. */
export const limits = (budgets: Budgets): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        // A name that no operation has: saying so is left to the execution, which does nothing else then.
        if (!operation) return;
        if (operation.operation === 'subscription') {
          throw new GraphQLError('There are no subscriptions here.', {
            extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
          });
        }
        const cost = costOf({ schema, document, operation, variables: request.variables ?? {} });
        if (cost !== undefined && cost > mostCost) {
          throw exceeded(
            `This operation costs ${cost}, more than the ${mostCost} allowed. Ask for shorter lists or fewer fields.`,
          );
        }
        await budgets.spend(contextValue, cost ?? 1);
      },
      async didEncounterErrors({ contextValue, operation, source }) {
        if (!operation) await budgets.charge(contextValue, 1 + Math.ceil((source?.length ?? 0) / charactersPerCost));
      },
    };
  },
});
