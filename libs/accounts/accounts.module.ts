import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import { Mailer } from '#mail';
import { AccountService } from './account.service.js';
import { ACCOUNTS_SETTINGS, AUTH } from './accounts.tokens.js';
import { Attempts } from './attempts.js';
import { type Auth, createAuth } from './auth.js';
import { ClaimResolver } from './claim.resolver.js';
import { ClaimService } from './claim.service.js';
import { ConsentResolver } from './consent.resolver.js';
import { ConsentService } from './consent.service.js';
import { MembershipResolver } from './membership.resolver.js';
import { MembershipService } from './membership.service.js';
import { Post } from './post.js';
import { Reauthentication } from './reauthentication.js';
import type { AccountsSettings } from './settings.js';
import { Viewers } from './viewer.queries.js';

/** Who is asking, and what they may call themselves. */
@Global()
@Module({
  providers: [
    {
      provide: ACCOUNTS_SETTINGS,
      inject: [SETTINGS],
      useFactory: ({ baseUrl, authSecret, production, orcid }: Settings): AccountsSettings => ({
        baseUrl,
        authSecret,
        production,
        orcid,
      }),
    },
    { provide: Post, inject: [Mailer], useFactory: (mailer: Mailer) => new Post(mailer) },
    {
      provide: AUTH,
      inject: [Database, Post, Attempts, ACCOUNTS_SETTINGS],
      useFactory: ({ pool }: Database, post: Post, attempts: Attempts, settings: AccountsSettings) =>
        createAuth({ pool, post, attempts, settings }),
    },
    {
      provide: Attempts,
      inject: [Database, ACCOUNTS_SETTINGS],
      useFactory: ({ pool }: Database, { authSecret }: AccountsSettings) => new Attempts(pool, authSecret),
    },
    {
      provide: Viewers,
      inject: [Database, AUTH, ACCOUNTS_SETTINGS],
      useFactory: ({ pool }: Database, auth: Auth, settings: AccountsSettings) => Viewers.create(pool, auth, settings),
    },
    AccountService,
    MembershipService,
    ConsentService,
    ClaimService,
    Reauthentication,
    MembershipResolver,
    ClaimResolver,
    ConsentResolver,
  ],
  exports: [
    ACCOUNTS_SETTINGS,
    AUTH,
    Attempts,
    Post,
    Viewers,
    AccountService,
    MembershipService,
    ConsentService,
    ClaimService,
    Reauthentication,
  ],
})
export class AccountsModule implements OnApplicationShutdown {
  constructor(@Inject(Post) private readonly post: Post) {}

  /** Letters that are being handed over are not lost to a restart. */
  async onApplicationShutdown() {
    await this.post.settled();
  }
}
