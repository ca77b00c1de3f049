import { Inject, Injectable } from '@nestjs/common';
import { Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { Access, signInNeeded } from '#graphql';

/** What came of requests in one period: of those that were sent in it. */
@ObjectType({ description: 'What came of the requests that were sent in one period.' })
export class RequestPeriod {
  @Field(() => Int, { description: 'Requests to you and your organisations.' })
  received: number;

  @Field(() => Int, { description: 'Requests of you and your organisations.' })
  sent: number;

  @Field(() => Int, { description: 'How many of both were answered.' })
  answered: number;

  @Field(() => Int, { description: 'How many of both were accepted.' })
  accepted: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The median hours from receiving to the answer; null without one.',
  })
  hoursToAnswer: number | null;
}

/** Your requests of late, and of the time before. */
@ObjectType({ description: 'Your requests of late, and of the time before.' })
export class RequestActivity {
  @Field(() => Int, { description: 'How many days a period has.' })
  days: number;

  @Field(() => RequestPeriod)
  lately: RequestPeriod;

  @Field(() => RequestPeriod)
  before: RequestPeriod;
}

const days = 28;

/** What has not been let through has not been received. */
const activity = `
  SELECT p.period,
    count(*) FILTER (WHERE r.receiver_id = ANY($1::uuid[]) AND r.delivered_at IS NOT NULL)::int AS received,
    count(*) FILTER (WHERE r.sender_id = ANY($1::uuid[]))::int AS sent,
    count(*) FILTER (WHERE r.state IN ('awaiting-nda', 'accepted', 'declined', 'referred', 'asked'))::int AS answered,
    count(*) FILTER (WHERE r.state = 'accepted')::int AS accepted,
    (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.decided_at - r.delivered_at) / 3600)
      FILTER (WHERE r.state IN ('awaiting-nda', 'accepted', 'declined', 'referred')))::float8 AS "hoursToAnswer"
  FROM (VALUES ('lately', now() - make_interval(days => $2), now()),
      ('before', now() - make_interval(days => 2 * $2), now() - make_interval(days => $2))) AS p (period, since, until)
  JOIN collaboration_request r ON r.created_at >= p.since AND r.created_at < p.until
    AND (r.sender_id = ANY($1::uuid[]) OR r.receiver_id = ANY($1::uuid[]) AND r.delivered_at IS NOT NULL)
  GROUP BY p.period`;

const quiet: RequestPeriod = { received: 0, sent: 0, answered: 0, accepted: 0, hoursToAnswer: null };

/** How requests are going, for those whose they are. */
@Injectable()
@Resolver()
export class RequestActivityResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Access('signed-in')
  @Query(() => RequestActivity, {
    description: 'How your requests went in the last four weeks and in the four before.',
  })
  async requestActivity(@CurrentViewer() viewer: Viewer): Promise<RequestActivity> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const mine = [viewer.academicId, ...viewer.memberships.map(({ organisationId }) => organisationId)].filter(Boolean);
    const rows = await this.database.rows<RequestPeriod & { period: 'lately' | 'before' }>(activity, [mine, days]);
    const of = (period: 'lately' | 'before') => rows.find((row) => row.period === period) ?? quiet;
    return { days, lately: of('lately'), before: of('before') };
  }
}
