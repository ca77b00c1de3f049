import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts, Viewers } from '#accounts';
import { SETTINGS, type Settings } from '#config';
import { DateTime } from '#graphql';
import { Budgets } from './graphql.budgets.js';
import type { ApiContext } from './graphql.context.js';
import { answerErrors, beforeAnswering, maskError } from './graphql.errors.js';
import { limits } from './graphql.limits.js';

/** More tokens than any page's operation has; a parser that reads on is a way to be kept busy. */
const mostTokens = 4_000;

/** GraphQL as Benchside answers it: limited, masked, and with the viewer known before anything runs. */
export const graphqlModule = () =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [SETTINGS, Viewers, Attempts],
    useFactory: (settings: Settings, viewers: Viewers, attempts: Attempts): ApolloDriverConfig => {
      const budgets = new Budgets(settings.rateLimit, attempts);
      return {
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        // It is checked when it is written down: test/schema.spec.ts.
        buildSchemaOptions: { skipCheck: true, scalarsMap: [{ type: Date, scalar: DateTime }] },
        graphiql: false,
        introspection: settings.introspection,
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: settings.production,
        persistedQueries: false,
        csrfPrevention: true,
        cache: 'bounded',
        parseOptions: { maxTokens: mostTokens },
        formatError: maskError,
        plugins: [ApolloServerPluginCacheControlDisabled(), limits(budgets), answerErrors()],
        context: async (request: FastifyRequest, reply: FastifyReply): Promise<ApiContext> => {
          try {
            const viewer = await viewers.of(request.headers.cookie);
            await budgets.check({ viewer, request });
            return { viewer, requestId: request.id, request, reply };
          } catch (error) {
            throw beforeAnswering(error, request.id);
          }
        },
      };
    },
  });
