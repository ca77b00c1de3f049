import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type AccessLevel } from '#graphql';

/** The metadata key under which @nestjs/graphql marks queries, mutations and subscriptions. */
const resolverType = 'graphql:resolver_type';

/** An operation of the API, and who may call it. */
export interface Operation {
  type: 'Query' | 'Mutation' | 'Subscription';
  name: string;
  access: AccessLevel | undefined;
}

/** Every operation of the API with its access. */
export const operationsOf = (app: INestApplicationContext): Operation[] => {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getProviders()
    .flatMap(({ instance }) => {
      if (!instance || typeof instance !== 'object') return [];
      const prototype: object = Object.getPrototypeOf(instance);
      return scanner.getAllMethodNames(prototype).flatMap((name): Operation[] => {
        const method: object = (prototype as Record<string, object>)[name] ?? {};
        const type: unknown = Reflect.getMetadata(resolverType, method);
        if (type !== 'Query' && type !== 'Mutation' && type !== 'Subscription') return [];
        return [{ type, name, access: Reflect.getMetadata(ACCESS, method) as AccessLevel | undefined }];
      });
    });
};

/** Stops the start where an operation does not say who may call it. */
export const checkAccess = (app: INestApplicationContext) => {
  const open = operationsOf(app).filter(({ access }) => access === undefined);
  if (open.length > 0) {
    throw new Error(`These operations do not declare their @Access: ${open.map(({ name }) => name).join(', ')}`);
  }
};
