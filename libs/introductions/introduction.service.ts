import { Inject, Injectable } from '@nestjs/common';
import { isMemberOf, type SignedIn, signedIn, type Viewer } from '#accounts';
import { Database, once, type Tx } from '#database';
import { type Connection, conflict, notFound, placeAfter, placedPage, tooMany, written } from '#graphql';
import { MeetingPerson, peopleOf } from '#meetings';
import { readAbout } from '#notifications';
import { Introduction } from './introduction.entity.js';
import type { AskForIntroductionInput, IntroductionsArgs } from './introduction.inputs.js';
import { type IntroductionNotice, tellOf } from './introduction.notices.js';
import { actionsOf, roleOn, seenState, seesMiddle } from './introduction.policy.js';
import { type IntroductionRow, introductionRows, isVerified } from './introduction.queries.js';
import { introductionRules } from './introduction.rules.js';
import type { IntroductionAction, IntroductionState } from './introduction.states.js';
import { noPath, PathService } from './path.service.js';

const boxSql = {
  asker: 'i.asker_account_id = $1',
  middle: 'i.middle_account_id = $1',
  target:
    'i.passed_on_at IS NOT NULL AND i.asker_account_id <> $1 AND i.middle_account_id <> $1 AND i.target_id = ANY($2)',
} as const;

/** Introductions: asked for, passed on by the one in the middle or not, and answered by the one to be met. */
@Injectable()
export class IntroductionService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PathService) private readonly paths: PathService,
  ) {}

  async one(viewer: Viewer, id: string): Promise<Introduction> {
    const { known, row } = await this.seat(viewer, id);
    await readAbout(this.database, known.accountId, 'introduction', [id]);
    const [introduction] = await this.complete(known, [row]);
    if (!introduction) throw notFound('introduction');
    return introduction;
  }

  /** A page of the viewer's introductions in one role, newest first. */
  async list(viewer: Viewer, { role, first, after }: IntroductionsArgs): Promise<Connection<Introduction>> {
    const known = signedIn(viewer);
    const place = placeAfter(`introductions-${role}`, after);
    const sides = [known.academicId, ...known.memberships.map(({ organisationId }) => organisationId)];
    // The one to be met reads when it was passed on: when it was asked is between the other two.
    const since = role === 'target' ? 'i.passed_on_at' : 'i.created_at';
    const from = `FROM introduction i WHERE $2::uuid[] IS NOT NULL AND ${boxSql[role]}`;
    const counted = await this.database.row<{ total: number }>(`SELECT count(*)::int AS total ${from}`, [
      known.accountId,
      sides.filter((side) => side !== null),
    ]);
    const found = await this.database.rows<{ id: string }>(
      `SELECT i.id ${from} AND ($3::timestamptz IS NULL OR (${since}, i.id) < ($3, $4::uuid))
       ORDER BY ${since} DESC, i.id DESC LIMIT $5`,
      [known.accountId, sides.filter((side) => side !== null), place?.createdAt ?? null, place?.id ?? null, first + 1],
    );
    const ids = found.slice(0, first).map(({ id }) => id);
    const rows = new Map((await introductionRows(this.database, ids)).map((row) => [row.id, row]));
    const nodes = await this.complete(
      known,
      ids.flatMap((id) => rows.get(id) ?? []),
    );
    const placed = nodes.map((node) => Object.assign(node, { createdAt: node.since }));
    return placedPage(`introductions-${role}`, placed, {
      totalCount: counted?.total ?? 0,
      hasNextPage: found.length > first,
      after: place,
    });
  }

  /** Asks to be introduced. On a path that is not public the platform chooses whom to ask, and says nothing of them. */
  async ask(viewer: Viewer, input: AskForIntroductionInput): Promise<Introduction> {
    const known = signedIn(viewer);
    const { idempotencyKey, ...asked } = input;
    if (asked.asOrganisationId && !isMemberOf(known, asked.asOrganisationId)) throw notFound('organisation');
    const note = written('note', asked.note, { min: 50, max: 600 });
    const candidates = await this.paths.candidates(known, asked);
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId: known.accountId, key: idempotencyKey, operation: 'askForIntroduction', input: asked }, () =>
        this.insert(
          tx,
          known,
          { ...asked, note },
          candidates.map(({ accountId }) => accountId),
        ),
      ),
    );
    return this.one(viewer, id);
  }

  /** The one in the middle agrees: from here on the one to be met reads the note, as it stands now. */
  async approve(viewer: Viewer, id: string, note: string): Promise<Introduction> {
    const approved = written('note', note, { min: 50, max: 600 });
    return this.step(
      viewer,
      id,
      'approve',
      ['asked', 'passed-on'],
      ['introduction-passed-on', 'introduction-received'],
      {
        set: `approved_note = $4, passed_on_at = date_trunc('milliseconds', now()),
        expires_at = now() + make_interval(days => $5)`,
        values: [approved, introductionRules.targetDays],
      },
    );
  }

  /** The one in the middle would rather not; the asker is told no more than that it is not possible this time. */
  refuse(viewer: Viewer, id: string): Promise<Introduction> {
    return this.step(viewer, id, 'refuse', ['asked', 'refused'], ['introduction-not-possible']);
  }

  withdraw(viewer: Viewer, id: string): Promise<Introduction> {
    return this.step(viewer, id, 'withdraw', ['asked', 'withdrawn'], []);
  }

  /** The one to be met says yes, and each of the two is shown how to reach the other; or no, and nothing is shown. */
  answer(viewer: Viewer, id: string, accept: boolean): Promise<Introduction> {
    return accept
      ? this.step(viewer, id, 'accept', ['passed-on', 'accepted'], ['introduction-accepted'])
      : this.step(viewer, id, 'decline', ['passed-on', 'declined'], ['introduction-not-possible']);
  }

  /** Whether the viewer may be asked for introductions: null until they have said. */
  async available(viewer: Viewer): Promise<boolean | null> {
    const { accountId } = signedIn(viewer);
    const row = await this.database.row<{ available: boolean }>(
      'SELECT available FROM introduction_choice WHERE account_id = $1',
      [accountId],
    );
    return row?.available ?? null;
  }

  async choose(viewer: Viewer, available: boolean): Promise<boolean> {
    const { accountId } = signedIn(viewer);
    await this.database.affected(
      `INSERT INTO introduction_choice (account_id, available) VALUES ($1, $2)
       ON CONFLICT (account_id) DO UPDATE SET available = excluded.available, updated_at = now()`,
      [accountId, available],
    );
    return available;
  }

  private async insert(
    tx: Tx,
    viewer: SignedIn,
    asked: Omit<AskForIntroductionInput, 'idempotencyKey'>,
    candidates: readonly string[],
  ): Promise<{ id: string }> {
    // Two at once of the same person: the second waits, and counts the first.
    await tx.row('SELECT FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [viewer.accountId]);
    if (candidates.length === 0) throw noPath();
    if (asked.asOrganisationId && !(await isVerified(tx, asked.asOrganisationId))) {
      throw conflict('NOT_VERIFIED', 'Your organisation is not verified yet: once it is, you can ask for it.');
    }
    const open = await tx.row<{ count: number; today: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('asked', 'passed-on'))::int AS count,
         count(*) FILTER (WHERE created_at > now() - interval '1 day')::int AS today
       FROM introduction WHERE asker_account_id = $1`,
      [viewer.accountId],
    );
    // Each is a letter, also where it is withdrawn at once.
    if ((open?.today ?? 0) >= introductionRules.asksPerDay) {
      throw tooMany(`You have asked for ${introductionRules.asksPerDay} introductions within a day.`, 86_400);
    }
    if ((open?.count ?? 0) >= introductionRules.openPerAsker) {
      throw conflict('LIMIT_REACHED', `You wait for ${introductionRules.openPerAsker} introductions: that is enough.`);
    }
    // In an order that nobody can foresee from outside, and without those who have said no or have enough to do.
    const middle = await tx.row<{ id: string }>(
      `SELECT person AS id FROM unnest($1::uuid[]) AS person
       WHERE NOT EXISTS (SELECT FROM introduction i WHERE i.middle_account_id = person AND i.asker_account_id = $2
           AND i.target_id = $3 AND i.state IN ('refused', 'expired') AND i.updated_at > now() - make_interval(days => $4))
         AND (SELECT count(*) FROM introduction i WHERE i.middle_account_id = person AND i.state = 'asked') < $5
       ORDER BY random() LIMIT 1`,
      [
        [...new Set(candidates)],
        viewer.accountId,
        asked.toAcademicId ?? asked.toOrganisationId,
        introductionRules.quietDays,
        introductionRules.openPerMiddle,
      ],
    );
    if (!middle) throw conflict('NOT_POSSIBLE', 'An introduction on this path is not possible at the moment.');
    const made = await tx
      .row<{ id: string }>(
        `INSERT INTO introduction (asker_account_id, asker_organisation_id, middle_account_id, target_academic_id,
           target_organisation_id, first_link, second_link, middle_public, note, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => $10)) RETURNING id`,
        [
          viewer.accountId,
          asked.asOrganisationId ?? null,
          middle.id,
          asked.toAcademicId ?? null,
          asked.toOrganisationId ?? null,
          asked.firstLink,
          asked.secondLink,
          Boolean(asked.throughAcademicId),
          asked.note,
          introductionRules.middleDays,
        ],
      )
      .catch((error: { constraint?: string }) => {
        if (error.constraint !== 'introduction_open') throw error;
        throw conflict('ALREADY_EXISTS', 'You wait for an introduction to them already.');
      });
    if (!made) throw new Error('The introduction was not inserted');
    await tellOf(tx, made.id, 'introduction-asked');
    return made;
  }

  private async seat(viewer: Viewer, id: string): Promise<{ known: SignedIn; row: IntroductionRow }> {
    const known = signedIn(viewer);
    const [row] = await introductionRows(this.database, [id]);
    if (!row || !roleOn(known, standing(row))) throw notFound('introduction');
    return { known, row };
  }

  /** One guarded step with what is told of it, in one transaction: one of many racers takes it. */
  private async step(
    viewer: Viewer,
    id: string,
    action: IntroductionAction,
    [from, to]: [IntroductionState, IntroductionState],
    tells: IntroductionNotice[],
    also: { set: string; values: unknown[] } = {
      set: "answered_by = CASE WHEN $3 = 'accepted' THEN $4::uuid END",
      values: [],
    },
  ): Promise<Introduction> {
    const { known, row } = await this.seat(viewer, id);
    if (!actionsOf(known, standing(row)).includes(action)) throw wrongState();
    await this.database.transaction(async (tx) => {
      const values = also.values.length > 0 ? also.values : [known.accountId];
      const moved = await tx.affected(
        `UPDATE introduction SET state = $3, decided_at = now(), ${also.set} WHERE id = $1 AND state = $2`,
        [id, from, to, ...values],
      );
      if (moved === 0) throw wrongState();
      await tellOf(tx, id, ...tells);
    });
    return this.one(viewer, id);
  }

  private async complete(viewer: SignedIn, rows: IntroductionRow[]): Promise<Introduction[]> {
    const people = await peopleOf(
      this.database,
      rows.flatMap(({ askerAccountId, middleAccountId }) => [askerAccountId, middleAccountId]),
    );
    const person = (id: string) => people.get(id) ?? Object.assign(new MeetingPerson(), { name: 'Somebody' });
    return rows.flatMap((row) => {
      const stands = standing(row);
      const role = roleOn(viewer, stands);
      if (!role) return [];
      const actions = actionsOf(viewer, stands);
      const accepted = row.standing === 'accepted';
      return [
        // Field by field: nothing is in it that this reader may not know.
        Object.assign(new Introduction(), {
          id: row.id,
          role,
          asker: person(row.askerAccountId),
          askerOrganisation: row.askerOrganisationName,
          middle: seesMiddle(stands, role) ? person(row.middleAccountId) : null,
          target: {
            name: row.targetName,
            academicId: row.targetAcademicId,
            organisationId: row.targetOrganisationId,
          },
          firstLink: role === 'target' ? null : row.firstLinkKind,
          secondLink: row.secondLinkKind,
          note: row.approvedNote ?? (role === 'target' ? '' : row.askerNote),
          state: seenState(stands, role),
          actions,
          contactEmail: !accepted || role === 'middle' ? null : role === 'asker' ? row.targetEmail : row.askerEmail,
          openUntil: actions.length > 0 && role !== 'asker' ? row.expiresAt : null,
          since: role === 'target' && row.passedOnAt ? row.passedOnAt : row.createdAt,
        }),
      ];
    });
  }
}

const standing = (row: IntroductionRow) => ({ ...row, state: row.standing });

const wrongState = () => conflict('WRONG_STATE', 'That cannot be done with this introduction now.');
