import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { isPlatformAdmin, isSignedIn } from '#accounts';
import { ACCESS, type AccessLevel, notAllowed, signInNeeded } from '#graphql';
import type { ApiContext } from './graphql.context.js';

/** Lets an operation through as its `@Access` says; one that says nothing is refused (and the API does not start). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const access = this.reflector.get<AccessLevel | undefined>(ACCESS, context.getHandler());
    if (access === 'anyone') return true;
    const { viewer } = GqlExecutionContext.create(context).getContext<ApiContext>();
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (access === 'signed-in') return true;
    if (access === 'platform-admin' && isPlatformAdmin(viewer)) return true;
    throw notAllowed('This is for the platform administrators.');
  }
}
