import { Inject, Injectable } from '@nestjs/common';
import { Field, Float, ObjectType } from '@nestjs/graphql';
import { nobody, signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { MatchService } from '#search';
import { completeAttendees, meetable } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { EventAttendee } from './event.entity.js';
import { assignMeetings, type Candidate } from './stable.assignment.js';

/** A meeting at an event that would suit both, with why. */
@ObjectType({ description: 'A meeting at an event that would suit both.' })
export class SuggestedMeeting {
  @Field(() => EventAttendee)
  attendee: EventAttendee;

  @Field({ description: 'A time at which both are free.' })
  startsAt: Date;

  @Field(() => Float, { description: 'How well you fit, 0 to 1.' })
  score: number;

  @Field({ description: 'Why, in a sentence.' })
  sentence: string;
}

/** How many of those who go are paired: those who said so first. */
const mostPaired = 300;

/** How many events keep the scores of their people in memory. */
const eventsKept = 20;

type Attendee = Awaited<ReturnType<typeof meetable>>[number];

/** Who should meet whom at an event: academics and people of organisations, paired by how well they fit. */
@Injectable()
export class SuggestionService {
  private readonly kept = new Map<string, { of: string; scores: Promise<Map<string, number>> }>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(MatchService) private readonly matches: MatchService,
  ) {}

  /** The viewer's suggested meetings, soonest first. Everybody's are worked out together, so that they fit each other. */
  async suggested(viewer: Viewer, eventId: string): Promise<SuggestedMeeting[]> {
    const { accountId } = signedIn(viewer);
    const { own } = await this.attendance.among(viewer, eventId);
    if (!own?.visible) return [];
    const people = await meetable(this.database, eventId, mostPaired);
    const scores = await this.scoresOf(eventId, people);
    const taken = await this.takenTimes(eventId, people);
    const asked = await this.alreadyAsked(eventId);
    const now = Date.now();
    const academics = people.filter(({ academicId }) => academicId !== null);
    const companies = people.filter(({ organisationId }) => organisationId !== null);
    const candidates = (
      side: readonly Attendee[],
      others: readonly Attendee[],
      keyOf: (a: Attendee, b: Attendee) => string,
    ) =>
      side.map(
        (one): Candidate => ({
          id: one.id,
          times: one.times
            .map((time) => time.getTime())
            .filter((time) => time > now && !taken.has(`${one.accountId} ${time}`)),
          likes: new Map(
            others.flatMap((other) => {
              const score = scores.get(keyOf(one, other));
              return score !== undefined && !asked.has(pairOf(one.accountId, other.accountId))
                ? [[other.id, score] as const]
                : [];
            }),
          ),
        }),
      );
    const meetings = assignMeetings(
      candidates(academics, companies, (academic, company) => `${academic.academicId} ${company.organisationId}`),
      candidates(companies, academics, (company, academic) => `${academic.academicId} ${company.organisationId}`),
    );
    const byId = new Map(people.map((one) => [one.id, one]));
    const mine = meetings.filter(({ left, right }) => left === own.id || right === own.id);
    const others = mine.flatMap(({ left, right }) => byId.get(left === own.id ? right : left) ?? []);
    const shown = await completeAttendees(this.database, accountId, others, own);
    const meetingsOf = mine.map(async ({ left, right, time }, index) => {
      const attendee = shown[index];
      const [academicId, organisationId] = [byId.get(left)?.academicId, byId.get(right)?.organisationId];
      const score = scores.get(`${academicId} ${organisationId}`);
      if (!attendee || !academicId || !organisationId || score === undefined) return null;
      const sentence = await this.why(eventId, organisationId, academicId);
      return sentence === null
        ? null
        : Object.assign(new SuggestedMeeting(), { attendee, startsAt: new Date(time), score, sentence });
    });
    return (await Promise.all(meetingsOf)).filter((meeting) => meeting !== null);
  }

  /** Why two fit, with what their texts share: worked out only for those who are shown. */
  private async why(eventId: string, organisationId: string, academicId: string): Promise<string | null> {
    const sides = [
      { kind: 'organisation', id: organisationId },
      { kind: 'academic', id: academicId },
    ] as const;
    const match = await this.matches.match(anybodyAt(eventId), ...sides).catch(hidden(null));
    return match?.sentence ?? null;
  }

  /** Scores by academic and organisation; worked out again once somebody else goes, or changes what they said. */
  private scoresOf(eventId: string, people: readonly Attendee[]): Promise<Map<string, number>> {
    const of = people.map(({ academicId, organisationId }) => academicId ?? organisationId).join();
    const known = this.kept.get(eventId);
    if (known?.of === of) return known.scores;
    const scores = this.score(eventId, people);
    this.kept.delete(eventId);
    this.kept.set(eventId, { of, scores });
    const [oldest] = this.kept.keys();
    if (this.kept.size > eventsKept && oldest !== undefined) this.kept.delete(oldest);
    scores.catch(() => this.kept.delete(eventId));
    return scores;
  }

  private async score(eventId: string, people: readonly Attendee[]): Promise<Map<string, number>> {
    // Whoever asks, the scores are the same.
    const reader = anybodyAt(eventId);
    const academicIds = people.flatMap(({ academicId }) => academicId ?? []);
    const scores = new Map<string, number>();
    for (const organisationId of new Set(people.flatMap((one) => one.organisationId ?? []))) {
      const found = await this.matches
        .scores(reader, { kind: 'organisation', id: organisationId }, 'academic', academicIds)
        // An organisation that was hidden meanwhile is paired with nobody.
        .catch(hidden(new Map<string, { score: number }>()));
      for (const [academicId, { score }] of found) scores.set(`${academicId} ${organisationId}`, score);
    }
    return scores;
  }

  /** Which of their times somebody else has, as "account time". */
  private async takenTimes(eventId: string, people: readonly Attendee[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ accountId: string; time: Date }>(
      `SELECT t.account_id AS "accountId", time FROM event e JOIN event_attendee t ON t.event_id = e.id
       CROSS JOIN LATERAL unnest(t.times) AS time
       WHERE e.id = $1 AND t.account_id = ANY($2::uuid[]) AND EXISTS (SELECT FROM calendar_hold h
         WHERE h.account_id = t.account_id AND h.during && tstzrange(time, time + make_interval(mins => e.slot_minutes)))`,
      [eventId, people.map(({ accountId }) => accountId)],
    );
    return new Set(rows.map(({ accountId, time }) => `${accountId} ${time.getTime()}`));
  }

  /** Who has asked whom there already, whatever came of it. */
  private async alreadyAsked(eventId: string): Promise<Set<string>> {
    const rows = await this.database.rows<{ a: string; b: string }>(
      'SELECT asker_account_id AS a, asked_account_id AS b FROM meeting WHERE event_id = $1',
      [eventId],
    );
    return new Set(rows.map(({ a, b }) => pairOf(a, b)));
  }
}

/** Everybody is read as any signed-in person reads them. */
const anybodyAt = (eventId: string): Viewer => ({ ...nobody, accountId: eventId });

/** What there is where somebody was hidden meanwhile. */
const hidden =
  <Value>(value: Value) =>
  (error: { code?: string }): Value => {
    if (error.code === 'NOT_FOUND') return value;
    throw error;
  };

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
