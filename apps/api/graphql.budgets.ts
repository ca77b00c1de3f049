import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '#graphql';
import type { ApiContext } from './graphql.context.js';

/** Cost that one account, or one address without an account, may use in a minute. */
const costPerMinute = { account: 120_000, address: 60_000 };

/** Who pays for a request. */
type Payer = Pick<ApiContext, 'viewer'> & { request: Pick<ApiContext['request'], 'ip'> };

/** What each account, and each address without an account, may still ask for in this minute; kept in this process. */
export class Budgets {
  private readonly accounts = new RateLimiterMemory({ points: costPerMinute.account, duration: 60 });
  private readonly addresses = new RateLimiterMemory({ points: costPerMinute.address, duration: 60 });

  constructor(private readonly limited: boolean) {}

  /** Refuses somebody who has used it all up, before anything of theirs is read. */
  async check(payer: Payer): Promise<void> {
    if (!this.limited) return;
    const { limiter, key } = this.of(payer);
    const spent = await limiter.get(key);
    if (spent && spent.consumedPoints > limiter.points) throw refusal(spent);
  }

  /** Takes a cost, and refuses it where there is not as much left. */
  async spend(payer: Payer, cost: number): Promise<void> {
    if (!this.limited) return;
    const { limiter, key } = this.of(payer);
    await limiter.consume(key, cost).catch((error: unknown) => {
      throw error instanceof RateLimiterRes ? refusal(error) : error;
    });
  }

  /** Takes a cost for what was refused anyway: reading nonsense is work, too. */
  async charge(payer: Payer, cost: number): Promise<void> {
    if (!this.limited) return;
    const { limiter, key } = this.of(payer);
    await limiter.penalty(key, cost);
  }

  private of({ viewer, request }: Payer) {
    return viewer.accountId
      ? { limiter: this.accounts, key: viewer.accountId }
      : { limiter: this.addresses, key: request.ip };
  }
}

const refusal = ({ msBeforeNext }: RateLimiterRes): GraphQLError => {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const error = tooMany(`That was too much in a minute. Try again in ${seconds} seconds.`, seconds);
  const headers = new HeaderMap([['retry-after', String(seconds)]]);
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: 429, headers } },
  });
};
