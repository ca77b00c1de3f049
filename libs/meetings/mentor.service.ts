import { Inject, Injectable } from '@nestjs/common';
import { AcademicService } from '#academics';
import { signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { badInput, type Connection, conflict, notFound, placeAfter, placedPage, written } from '#graphql';
import { checkCodes, TaxonomyService, termsOf } from '#taxonomy';
import { chosen, mentorGrounds } from './meeting.rules.js';
import { Mentor } from './mentor.entity.js';
import type { MentorsArgs, SaveMentorInput } from './mentor.inputs.js';
import { openSlotsOf } from './slot.queries.js';

type Row = Omit<Mentor, 'takesMore'> & { id: string; takesMore: boolean; accountId: string | null };

/** $1 to $4 and $6 are the filters, null for none. */
const filterSql = `
  ($1::text[] IS NULL OR a.profession = ANY($1)) AND ($2::text[] IS NULL OR a.career_stage = ANY($2))
  AND ($3::text[] IS NULL OR m.sectors && $3) AND ($4::text[] IS NULL OR m.grounds && $4)
  AND ($6::uuid IS NULL OR m.academic_id = $6)`;

/** Whom a viewer finds: mentors who look after their profiles, and do not hide them. $5 is whether somebody is signed in. */
const shownSql = `m.active AND a.account_id IS NOT NULL AND (a.visibility = 'public' OR (a.visibility = 'members' AND $5))`;

const takesMoreSql = `m.active AND (SELECT count(*) FROM meeting q
  WHERE q.asked_account_id = a.account_id AND q.kind <> 'event' AND q.state = 'asked') < m.most_open`;

/** Mentors: who says that they mentor, and who finds them. */
@Injectable()
export class MentorService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /** A page of the mentors that the viewer may see, those who joined last first. */
  async list(
    viewer: Viewer,
    { filter, first, after }: MentorsArgs,
    fields: ReadonlySet<string>,
  ): Promise<Connection<Mentor>> {
    const place = placeAfter('mentors', after);
    const wanted = (codes: string[] | null | undefined) => (codes && codes.length > 0 ? codes : null);
    const parameters = [
      wanted(filter?.professions),
      wanted(filter?.careerStages),
      wanted(filter?.sectors),
      wanted(filter?.grounds),
      viewer.accountId !== null,
      filter?.academicId ?? null,
    ];
    const from = `FROM mentor m JOIN academic a ON a.id = m.academic_id WHERE ${filterSql} AND ${shownSql}`;
    const counted = await this.database.row<{ total: number }>(`SELECT count(*)::int AS total ${from}`, parameters);
    const rows = await this.database.rows<Row>(
      `SELECT ${this.columns()} ${from}
         AND ($7::timestamptz IS NULL OR (m.created_at, m.academic_id) < ($7, $8::uuid))
       ORDER BY m.created_at DESC, m.academic_id DESC LIMIT $9`,
      [...parameters, place?.createdAt ?? null, place?.id ?? null, first + 1],
    );
    const nodes = await this.complete(viewer, rows.slice(0, first), fields);
    return placedPage('mentors', nodes, {
      totalCount: counted?.total ?? 0,
      hasNextPage: rows.length > first,
      after: place,
    });
  }

  /** One mentor that the viewer may see; null where the profile does not mentor. */
  async of(viewer: Viewer, academicId: string, fields: ReadonlySet<string>): Promise<Mentor | null> {
    const rows = await this.database.rows<Row>(
      `SELECT ${this.columns()} FROM mentor m JOIN academic a ON a.id = m.academic_id
       WHERE m.academic_id = $1 AND a.account_id IS NOT NULL
         AND (m.active OR a.account_id = $2::uuid)
         AND (a.visibility = 'public' OR a.account_id = $2::uuid OR (a.visibility = 'members' AND $2::uuid IS NOT NULL))`,
      [academicId, viewer.accountId],
    );
    const [mentor] = await this.complete(viewer, rows, fields);
    return mentor ?? null;
  }

  /** What the viewer says as a mentor, if they do. */
  async mine(viewer: Viewer, fields: ReadonlySet<string>): Promise<Mentor | null> {
    const { academicId } = signedIn(viewer);
    return academicId ? this.of(viewer, academicId, fields) : null;
  }

  /** Says, or says anew, that the viewer mentors. */
  async save(viewer: Viewer, input: SaveMentorInput, fields: ReadonlySet<string>): Promise<Mentor> {
    const { academicId } = signedIn(viewer);
    if (!academicId) throw needsProfile();
    const unknown = input.grounds.find((code) => !mentorGrounds.some((ground) => ground.code === code));
    if (unknown !== undefined) {
      const known = mentorGrounds.map(({ code }) => code).join(', ');
      throw badInput('grounds', `"${unknown.slice(0, 60)}" is not one of them.`, `Use: ${known}.`);
    }
    checkCodes(this.taxonomy.current, 'sector', 'sectors', input.sectors);
    await this.database.affected(
      `INSERT INTO mentor (academic_id, grounds, experience, help_with, sectors, most_open)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (academic_id) DO UPDATE SET grounds = excluded.grounds, experience = excluded.experience,
         help_with = excluded.help_with, sectors = excluded.sectors, most_open = excluded.most_open, active = true,
         updated_at = now()`,
      [
        academicId,
        [...new Set(input.grounds)],
        written('experience', input.experience, { min: 20, max: 600 }),
        written('helpWith', input.helpWith, { min: 20, max: 600 }),
        [...new Set(input.sectors)],
        input.mostOpen,
      ],
    );
    const mentor = await this.of(viewer, academicId, fields);
    if (!mentor) throw notFound('mentor');
    return mentor;
  }

  /** Mentors no more: nobody is asked anew, and times that nobody took are gone. What was agreed stays. */
  async stop(viewer: Viewer, fields: ReadonlySet<string>): Promise<Mentor> {
    const { academicId, accountId } = signedIn(viewer);
    const stopped = academicId
      ? await this.database.transaction(async (tx) => {
          const changed = await tx.affected(
            'UPDATE mentor SET active = false, updated_at = now() WHERE academic_id = $1',
            [academicId],
          );
          await tx.affected(
            `UPDATE slot SET state = 'cancelled' WHERE account_id = $1 AND state = 'open' AND event_id IS NULL`,
            [accountId],
          );
          return changed === 1;
        })
      : false;
    const mentor = stopped ? await this.mine(viewer, fields) : null;
    if (!mentor) throw conflict('NOT_READY', 'You have not said that you mentor.');
    return mentor;
  }

  private columns() {
    return `${this.database.columns(Mentor, 'm')}, a.id, a.account_id AS "accountId", ${takesMoreSql} AS "takesMore"`;
  }

  private async complete(viewer: Viewer, rows: Row[], fields: ReadonlySet<string>) {
    const academics = await this.academics.visible(
      viewer,
      rows.map(({ academicId }) => academicId),
      fields,
    );
    const slots = fields.has('slots')
      ? await openSlotsOf(
          this.database,
          rows.map(({ accountId }) => accountId),
        )
      : new Map();
    const taxonomy = this.taxonomy.current;
    return rows.flatMap((row) => {
      const academic = academics.get(row.academicId);
      if (!academic) return [];
      return [
        Object.assign(new Mentor(), row, {
          id: row.academicId,
          academic,
          grounds: chosen(mentorGrounds, row.groundCodes),
          sectors: termsOf(taxonomy, 'sector', row.sectorCodes),
          mine: viewer.academicId === row.academicId,
          slots: slots.get(row.accountId) ?? [],
        }),
      ];
    });
  }
}

export const needsProfile = () => conflict('NOT_READY', 'Make your own profile first: mentors are academics.');
