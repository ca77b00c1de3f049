import { describe, expect, it } from '@jest/globals';
import { DiscoveryModule, Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { Access } from '#graphql';
import { checkAccess, operationsOf } from '../../apps/api/access.check.js';
import { AccessGuard } from '../../apps/api/access.guard.js';

@Resolver()
class DeclaredResolver {
  @Access('anyone')
  @Query(() => String)
  open() {
    return 'for all';
  }
}

@Resolver()
class ForgetfulResolver {
  @Access('signed-in')
  @Query(() => String)
  declared() {
    return 'for some';
  }

  @Mutation(() => String)
  forgotten() {
    return 'for whom?';
  }
}

@Resolver()
class HeirResolver extends ForgetfulResolver {}

const start = async (...providers: (new () => object)[]) => {
  const app = await Test.createTestingModule({ imports: [DiscoveryModule], providers }).compile();
  return app.init();
};

describe('an operation that does not say who may call it', () => {
  it('stops the start, and is named', async () => {
    const app = await start(DeclaredResolver, ForgetfulResolver);
    expect(() => checkAccess(app)).toThrow('These operations do not declare their @Access: forgotten');
    await app.close();
  });

  it('stops the start where it is inherited, too', async () => {
    const app = await start(HeirResolver);
    expect(() => checkAccess(app)).toThrow('forgotten');
    await app.close();
  });

  it('is refused to everybody, should it be reached all the same', () => {
    const guard = new AccessGuard(new Reflector());
    const reach = (method: () => string, viewer: object) => {
      const context = new ExecutionContextHost([{}, {}, { viewer }, {}], ForgetfulResolver, method);
      context.setType('graphql');
      return () => guard.canActivate(context);
    };
    const signedIn = { accountId: 'a', sessionId: 's', name: 'n', email: 'e', memberships: [] };
    const { forgotten } = ForgetfulResolver.prototype;
    expect(reach(forgotten, { accountId: null, sessionId: null, name: null, email: null })).toThrow('Sign in first');
    expect(reach(forgotten, { ...signedIn, platformRole: 'person' })).toThrow('platform administrators');
    expect(reach(forgotten, { ...signedIn, platformRole: 'platform-admin' })).toThrow('platform administrators');
  });

  it('is told from those that do', async () => {
    const app = await start(DeclaredResolver);
    checkAccess(app);
    expect(operationsOf(app)).toEqual([{ type: 'Query', name: 'open', access: 'anyone' }]);
    await app.close();
  });
});
