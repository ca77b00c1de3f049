import { Inject, Injectable } from '@nestjs/common';
import { AcademicService } from '#academics';
import { isOfficeOf, isOwnProfile, isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { badInput, conflict, isId, notFound, signInNeeded, written } from '#graphql';
import { declineReasons } from '#requests';
import { outcomeChoices } from './outcome.choices.js';
import { type DeclineFeedback, Mobility } from './outcome.entity.js';
import type { SaveMobilityInput } from './outcome.inputs.js';

const most = 50;

/** Moves between academia and industry, and what senders may learn from the answers they got. */
@Injectable()
export class MobilityService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AcademicService) private readonly academics: AcademicService,
  ) {}

  /** The moves of an academic: all of them to their owner, to others those that are shown. */
  async of(viewer: Viewer, academicId: string): Promise<Mobility[]> {
    const visible = isId(academicId) && (await this.academics.visible(viewer, [academicId], new Set())).has(academicId);
    if (!visible) throw notFound('academic');
    return this.database.rows<Mobility>(
      `SELECT ${this.database.columns(Mobility, 'm')} FROM mobility m
       WHERE m.academic_id = $1 AND (m.shown OR $2) ORDER BY m.started_on DESC, m.id LIMIT ${most}`,
      [academicId, isOwnProfile(viewer, academicId)],
    );
  }

  /** Adds or changes a move of one's own. */
  async save(viewer: Viewer, input: SaveMobilityInput): Promise<Mobility> {
    const academicId = ownProfile(viewer);
    const { direction, startedOn, endedOn, shown } = input;
    const organisation = written('organisation', input.organisation, { min: 1, max: 200 });
    const what = written('what', input.what, { min: 1, max: 200 });
    if (endedOn && endedOn < startedOn) {
      throw badInput('endedOn', 'it is before the first day.', 'Choose a day on or after startedOn.');
    }
    const values = [academicId, direction, organisation, what, startedOn, endedOn ?? null, shown];
    const columns = this.database.columns(Mobility, 'mobility');
    if (input.id) {
      const changed = await this.database.row<Mobility>(
        `UPDATE mobility SET direction = $2, organisation = $3, what = $4, started_on = $5, ended_on = $6, shown = $7
         WHERE academic_id = $1 AND id = $8 RETURNING ${columns}`,
        [...values, input.id],
      );
      if (!changed) throw notFound('move');
      return changed;
    }
    const added = await this.database.row<Mobility>(
      `INSERT INTO mobility (academic_id, direction, organisation, what, started_on, ended_on, shown)
       SELECT $1, $2, $3, $4, $5, $6, $7 WHERE (SELECT count(*) FROM mobility WHERE academic_id = $1) < ${most}
       RETURNING ${columns}`,
      values,
    );
    if (!added) throw conflict('LIMIT_REACHED', `There are ${most} moves already: remove one first.`);
    return added;
  }

  async remove(viewer: Viewer, id: string): Promise<boolean> {
    const academicId = isSignedIn(viewer) ? viewer.academicId : ownProfile(viewer);
    const removed = isId(id)
      ? await this.database.affected('DELETE FROM mobility WHERE id = $1 AND academic_id = $2', [id, academicId])
      : 0;
    if (removed === 0) throw notFound('move');
    return true;
  }

  /**
   * How the requests of one's own profile, or of an organisation whose office one is, were answered. Reasons are counted only
   * where there are enough of them that nobody can be known by one.
   */
  async declines(viewer: Viewer, organisationId: string | null): Promise<DeclineFeedback> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (organisationId !== null && !isOfficeOf(viewer, organisationId)) throw notFound('organisation');
    const senderId = organisationId ?? ownProfile(viewer);
    const rows = await this.database.rows<{ state: string; reason: string | null; count: number }>(
      `SELECT r.state, e.reason, count(*)::int AS count FROM collaboration_request r
       LEFT JOIN LATERAL (SELECT reason FROM request_event WHERE request_id = r.id AND action = 'decline'
         ORDER BY number DESC LIMIT 1) e ON r.state = 'declined'
       WHERE r.sender_id = $1 AND r.state IN ('accepted', 'declined') GROUP BY 1, 2`,
      [senderId],
    );
    const sum = (state: string) => rows.reduce((total, row) => total + (row.state === state ? row.count : 0), 0);
    const declined = rows.filter(({ state }) => state === 'declined');
    const enough = sum('declined') >= outcomeChoices.feedback.fewestDeclines;
    return {
      decided: sum('accepted') + sum('declined'),
      accepted: sum('accepted'),
      reasons: enough
        ? declined
            .map(({ reason, count }) => ({
              reason: reason ?? 'other',
              label: declineReasons.find(({ code }) => code === reason)?.label ?? 'Another reason',
              count,
            }))
            .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
        : [],
    };
  }
}

const ownProfile = (viewer: Viewer): string => {
  if (!isSignedIn(viewer)) throw signInNeeded();
  if (!viewer.academicId) throw conflict('NOT_READY', 'This is about your own profile: make one first.');
  return viewer.academicId;
};
