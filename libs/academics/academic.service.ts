import { Inject, Injectable } from '@nestjs/common';
import { nobody, type Viewer } from '#accounts';
import { type Beside, Database, once } from '#database';
import { badInput, conflict, notAllowed, notFound, signInNeeded, unshown } from '#graphql';
import { type Organisation, OrganisationService } from '#organisations';
import { checkCodes, TaxonomyService } from '#taxonomy';
import { type AcademicCodes, shownCodes } from './academic.codes.js';
import { shownInLists } from './academic.columns.js';
import { completeAcademic, nameOf } from './academic.completion.js';
import { Academic, type FieldVisibility, Work } from './academic.entity.js';
import type { AcademicProfileInput, CreateAcademicInput, UpdateAcademicInput } from './academic.inputs.js';
import { canEditAcademic, canSeeAcademic, levelFor, showsField } from './academic.policy.js';
import { saveProfile, saveWorks } from './academic.queries.js';

const longTexts = ['summary', 'offer', 'want', 'workingStyle', 'industryExperience'] as const;
const organisationsNamed = ['employer', 'university'] as const;

/** What `AcademicCodes` are shown by. */
const comparedFields: ReadonlySet<string> = new Set([
  'topics',
  'engagementTypes',
  'sectors',
  'careerStage',
  'trainingStatus',
  'place',
  'availability',
]);

/** A row as it was read, with the organisations that it names. */
type Row = Academic & { [name in (typeof organisationsNamed)[number]]: Organisation | null };

/** How much of a row is read, and what with it; a list reads only what it shows. */
interface Reading {
  listed: boolean;
  /** Of the academic `a`. */
  beside?: Beside;
}

/** Works of one person that are shown. */
const mostShownWorks = 500;

/** Works of one person that are searched and matched by; who has more is known by the first of them. */
const mostWorks = 200;

/** A work as everybody may read it. */
export type PublishedWork = Pick<Work, 'title' | 'abstract' | 'year' | 'meshHeadings'>;

/** An academic as everybody may read them, with their works. */
export type PublishedAcademic = Academic & { publishedWorks: PublishedWork[] };

/** Academics: who sees what of them, and how they change their profiles. */
@Injectable()
export class AcademicService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
  ) {}

  /** The academics with these ids that the viewer may see, by id; `fields` says which relations are read. */
  async visible(
    viewer: Viewer,
    ids: readonly string[],
    fields: ReadonlySet<string>,
    beside?: Beside,
  ): Promise<Map<string, Academic>> {
    return this.load(viewer, ids, fields, { listed: false, beside });
  }

  /** The same for a list: only what these fields show is read, and the rest is left empty. */
  async listed(viewer: Viewer, ids: readonly string[], fields: ReadonlySet<string>): Promise<Map<string, Academic>> {
    return this.load(viewer, ids, fields, { listed: true });
  }

  /** The same as far as matching compares them: their codes alone, without the terms behind them. */
  async candidates(viewer: Viewer, ids: readonly string[], beside: Beside): Promise<Map<string, AcademicCodes>> {
    if (ids.length === 0) return new Map();
    const rows = (await this.rows(ids, comparedFields, { listed: true, beside })).filter((row) =>
      canSeeAcademic(viewer, row),
    );
    return new Map(
      rows.map((row) => {
        const { id, professionCode, careerStageCode, trainingStatusCode } = row;
        beside.take(id, row);
        const codes = { id, name: nameOf(row), professionCode, careerStageCode, trainingStatusCode };
        return [id, { ...codes, ...shownCodes(row, levelFor(viewer, row)) }];
      }),
    );
  }

  async one(viewer: Viewer, id: string, fields: ReadonlySet<string>, beside?: Beside): Promise<Academic> {
    const academic = (await this.visible(viewer, [id], fields, beside)).get(id);
    if (!academic) throw notFound('academic');
    return academic;
  }

  /** What everybody may know of these academics, by id, for the search index; hidden profiles are left out. */
  async published(ids: readonly string[]): Promise<Map<string, PublishedAcademic>> {
    const fields = new Set([...longTexts, ...organisationsNamed]);
    const rows = (await this.rows(ids, fields)).filter(({ visibility }) => visibility !== 'hidden');
    const academics = this.complete(rows, () => 'public', nobody);
    const works = await this.database.rows<PublishedWork & { academicId: string }>(
      `SELECT academic_id AS "academicId", title, abstract, year, mesh_headings AS "meshHeadings"
       FROM academic_work WHERE academic_id = ANY($1::uuid[])
       ORDER BY academic_id, featured DESC, position, id`,
      [ids],
    );
    const worksOf = new Map<string, PublishedWork[]>();
    for (const { academicId, ...work } of works) {
      worksOf.set(academicId, [...(worksOf.get(academicId) ?? []), work]);
    }
    return new Map(
      [...academics].map(([id, academic]) => {
        const shown = showsField(academic.fieldVisibility, 'works', 'public') ? (worksOf.get(id) ?? []) : [];
        return [id, Object.assign(academic, { publishedWorks: shown.slice(0, mostWorks) })];
      }),
    );
  }

  /** A profile as somebody else would read it: for its owner's preview. */
  async preview(viewer: Viewer, level: FieldVisibility, fields: ReadonlySet<string>): Promise<Academic> {
    if (!['public', 'members', 'only-me'].includes(level)) {
      throw badInput('level', `"${level}" is not a level.`, 'Use public, members or only-me.');
    }
    if (!viewer.academicId) throw notFound('academic');
    const rows = await this.rows([viewer.academicId], fields);
    const academics = await this.withWorks(
      this.complete(rows, () => level, viewer),
      fields,
    );
    const academic = academics.get(viewer.academicId);
    if (!academic) throw notFound('academic');
    return academic;
  }

  /** Makes the viewer's own profile; one account has one. */
  async create(viewer: Viewer, input: CreateAcademicInput, fields: ReadonlySet<string>): Promise<Academic> {
    const { accountId } = viewer;
    if (!accountId) throw signInNeeded();
    this.check(input);
    const { idempotencyKey, ...profile } = input;
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'createAcademic', input: profile }, async () => {
        const made = await tx.row<{ id: string }>(
          `INSERT INTO academic (account_id, given_name, family_name, contact_email) VALUES ($1, $2, $3, $4)
           ON CONFLICT (account_id) DO NOTHING RETURNING id`,
          [accountId, input.givenName.trim(), input.familyName.trim(), viewer.email],
        );
        if (!made) throw conflict('ALREADY_EXISTS', 'You already have a profile: change that one.');
        await saveProfile(tx, made.id, input);
        if (input.works) await saveWorks(tx, made.id, input.works);
        return made;
      }),
    );
    return this.one({ ...viewer, academicId: id }, id, fields);
  }

  /** Changes the viewer's own profile; a stale version changes nothing. */
  async update(viewer: Viewer, input: UpdateAcademicInput, fields: ReadonlySet<string>): Promise<Academic> {
    const academic = await this.one(viewer, input.id, new Set());
    if (!canEditAcademic(viewer, academic)) throw notAllowed('Only the person it is about changes a profile.');
    this.check(input, academic);
    await this.database.transaction(async (tx) => {
      if (!(await saveProfile(tx, input.id, input, input.version))) {
        throw conflict('CHANGED_MEANWHILE', 'This profile has changed since you read it.', {
          currentVersion: academic.version,
        });
      }
      if (input.works) await saveWorks(tx, input.id, input.works);
    });
    return this.one(viewer, input.id, fields);
  }

  private async load(viewer: Viewer, ids: readonly string[], fields: ReadonlySet<string>, how: Reading) {
    if (ids.length === 0) return new Map<string, Academic>();
    const rows = (await this.rows(ids, fields, how)).filter((row) => canSeeAcademic(viewer, row));
    for (const row of rows) how.beside?.take(row.id, row);
    const academics = this.complete(rows, (row) => levelFor(viewer, row), viewer);
    return this.withWorks(academics, fields);
  }

  /** Long texts and organisations are read only where somebody reads them, and all in one statement. */
  private rows(ids: readonly string[], fields: ReadonlySet<string>, how: Reading = { listed: false }): Promise<Row[]> {
    const unread = how.listed ? unshown(shownInLists, fields) : longTexts.filter((field) => !fields.has(field));
    const named = organisationsNamed.filter((name) => fields.has(name));
    return this.database.rows<Row>(
      `SELECT ${[
        this.database.columns(Academic, 'a', unread),
        ...named.map((name) => `${this.organisations.value(name, fields, how)} AS ${name}`),
        ...(how.beside ? [how.beside.columns] : []),
      ].join(', ')}
       FROM academic a
       ${named.map((name) => `LEFT JOIN organisation ${name} ON ${name}.id = a.${name}_id`).join(' ')}
       ${how.beside?.join ?? ''}
       WHERE a.id = ANY($1::uuid[])`,
      [ids],
    );
  }

  private complete(rows: Row[], level: (row: Academic) => FieldVisibility, viewer: Viewer): Map<string, Academic> {
    const organisations = this.organisations.seen(
      viewer,
      rows.flatMap((row) => organisationsNamed.flatMap((name) => row[name] ?? [])),
    );
    const taxonomy = this.taxonomy.current;
    return new Map(rows.map((row) => [row.id, completeAcademic(row, taxonomy, organisations, level(row))]));
  }

  /** Adds the works, featured ones first, of those who show them; all in one statement, and only if they are read. */
  private async withWorks(
    academics: Map<string, Academic>,
    fields: ReadonlySet<string>,
  ): Promise<Map<string, Academic>> {
    if (!fields.has('works')) return academics;
    const showing = [...academics.values()].filter(({ fieldVisibility, readAs }) =>
      showsField(fieldVisibility, 'works', readAs),
    );
    const works = await this.database.rows<Work>(
      `SELECT ${this.database.columns(Work, 'w')} FROM academic_work w WHERE w.academic_id = ANY($1::uuid[])
       ORDER BY w.academic_id, w.featured DESC, w.position, w.id`,
      [showing.map(({ id }) => id)],
    );
    for (const work of works) {
      const own = academics.get(work.academicId)?.works;
      if (own && own.length < mostShownWorks) own.push(work);
    }
    return academics;
  }

  private check(input: AcademicProfileInput, held?: Academic) {
    const taxonomy = this.taxonomy.current;
    checkCodes(taxonomy, 'profession', 'profession', input.profession, held?.professionCode);
    checkCodes(taxonomy, 'regulator', 'regulator', input.regulator, held?.regulatorCode);
    checkCodes(taxonomy, 'career-stage', 'careerStage', input.careerStage, held?.careerStageCode);
    checkCodes(taxonomy, 'training-status', 'trainingStatus', input.trainingStatus, held?.trainingStatusCode);
    checkCodes(taxonomy, 'region', 'region', input.region, held?.regionCode);
    checkCodes(taxonomy, 'nation', 'nation', input.nation, held?.nationCode);
    checkCodes(taxonomy, 'topic', 'topics', input.topics, held?.topicCodes);
    checkCodes(taxonomy, 'engagement-type', 'engagementTypes', input.engagementTypes, held?.engagementTypeCodes);
    checkCodes(taxonomy, 'sector', 'sectors', input.sectors, held?.sectorCodes);
  }
}
