import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Attempts } from '#accounts';
import { tooMany } from '#graphql';
import type { ApiContext } from './graphql.context.js';

/** Cost that one account, or one address without an account, may use in a minute. */
const costPerMinute = { account: 120_000, address: 60_000 };
const minute = 60;

/** Of a budget, what may be spent in this process before the others are told: a tenth. */
const shareBetween = 0.1;

const mostRemembered = 10_000;

/** Who pays for a request. */
type Payer = Pick<ApiContext, 'viewer'> & { request: Pick<ApiContext['request'], 'ip'> };

/**
 * What each account, and each address without an account, may still ask for in this minute. It is counted in this
 * process, and settled in the database each time a tenth of it is spent: so nearly every request costs no statement, and
 * several processes together let nobody have more than the whole and a tenth for each of them.
 */
export class Budgets {
  private readonly accounts = new RateLimiterMemory({ points: costPerMinute.account, duration: minute });
  private readonly addresses = new RateLimiterMemory({ points: costPerMinute.address, duration: minute });
  /** What was spent here and is not settled yet. */
  private readonly unsettled = new Map<string, number>();

  /** @param attempts where the processes count together */
  constructor(
    private readonly limited: boolean,
    private readonly attempts: Attempts,
  ) {}

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
    await this.settle(limiter, key, cost);
  }

  /** Takes a cost for what was refused anyway: reading nonsense is work, too. */
  async charge(payer: Payer, cost: number): Promise<void> {
    if (!this.limited) return;
    const { limiter, key } = this.of(payer);
    await limiter.penalty(key, cost);
    await this.settle(limiter, key, cost);
  }

  /** Where enough has been spent since the last time, tells the others, and takes over what they have told. */
  private async settle(limiter: RateLimiterMemory, key: string, cost: number): Promise<void> {
    const spent = (this.unsettled.get(key) ?? 0) + cost;
    if (spent < limiter.points * shareBetween) {
      this.remember(key, spent);
      return;
    }
    this.unsettled.delete(key);
    const limit = { max: limiter.points, window: minute };
    // Without the database there is nothing to protect, and what was asked fails by itself.
    const told = await this.attempts.consume(this.attempts.keyOf('budget', key), limit, spent).catch(() => null);
    const here = (await limiter.get(key))?.consumedPoints ?? 0;
    if (told && told.count > here) await limiter.set(key, told.count, told.retryAfter);
  }

  private remember(key: string, spent: number) {
    this.unsettled.delete(key);
    this.unsettled.set(key, spent);
    // Those who have asked for nothing the longest are forgotten: by far more than ask in a minute.
    for (const oldest of this.unsettled.keys()) {
      if (this.unsettled.size <= mostRemembered) break;
      this.unsettled.delete(oldest);
    }
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
