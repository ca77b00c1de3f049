import { Controller, Get, Inject, Logger, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '#database';
import { OutboxRelay } from '#outbox';
import { NearCandidates, SearchEngine } from '#search';

const log = new Logger('Health');

/** For whoever runs Benchside: is the process alive, and can it answer? */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SearchEngine) private readonly engine: SearchEngine,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
    @Inject(NearCandidates) private readonly near: NearCandidates,
  ) {}

  /** Touches nothing: a database that is down is no reason to kill the process. */
  @Get('live')
  live() {
    return { status: 'alive' };
  }

  /** Ready with a migrated database; a search engine that is down makes it degraded, not unready. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply) {
    try {
      if (await this.database.dataSource.showMigrations()) {
        return reply.code(503).send({ status: 'unready', reason: 'The database is not migrated yet.' });
      }
      const [{ ok, degraded, detail }, outbox] = await Promise.all([this.engine.health(), this.relay.lag()]);
      // Why is for the log: anybody may ask for this page, and the reason may quote a statement.
      if (!ok || degraded) log.warn(`Search: ${detail ?? 'out of order'}`);
      return reply.send({
        status: ok && !degraded ? 'ready' : 'degraded',
        search: { ok, degraded, byMeaning: this.near.foundIn },
        outbox,
      });
    } catch (error) {
      log.error(`Database: ${(error as Error).message}`);
      return reply.code(503).send({ status: 'unready', reason: 'The database does not answer.' });
    }
  }
}
