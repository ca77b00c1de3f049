import { Inject, Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AcademicService } from '#academics';
import { isMemberOf, type SignedIn, signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { badInput, notFound } from '#graphql';
import { OrganisationService } from '#organisations';
import type { LinkKind } from './introduction.states.js';
import { directLinks, type PathEnds, type PathRow, pathsBetween, type WantedPath } from './path.queries.js';

/** What links two people, and what of it is public. */
@ObjectType({ description: 'What links two people, and what of it is public.' })
export class IntroductionLink {
  @Field(() => String, { description: 'work, collaboration or mentor.' })
  kind: LinkKind;

  @Field(() => [String], { description: 'The titles of works that both show, at most three.' })
  works: string[];
}

/** A way over somebody in the middle, who is named only where both links are public. */
@ObjectType({ description: 'A way over somebody in the middle, who is named only where both links are public.' })
export class IntroductionPath {
  @Field(() => IntroductionLink, { description: 'Between you and the middle.' })
  first: IntroductionLink;

  @Field(() => IntroductionLink, { description: 'Between the middle and the one you look for.' })
  second: IntroductionLink;

  @Field(() => ID, { nullable: true })
  middleId: string | null;

  @Field(() => String, { nullable: true })
  middleName: string | null;
}

/** How somebody could be introduced. */
@ObjectType({ description: 'How you could be introduced.' })
export class IntroductionPaths {
  @Field(() => [IntroductionLink], { description: 'How you two are linked already: then you need no introduction.' })
  direct: IntroductionLink[];

  @Field(() => [IntroductionPath], { description: 'Over one person in the middle; at most 12.' })
  paths: IntroductionPath[];
}

/** Whom somebody looks for. */
export interface Sought {
  toAcademicId?: string | null;
  toOrganisationId?: string | null;
}

const mostPublic = 8;
const few = (works: readonly string[]) => works.slice(0, 3);

/** Ways of at most two steps between people, over what they have declared or published. */
@Injectable()
export class PathService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
  ) {}

  /** The ways to somebody that the viewer may see. Of one that is not public: that there is one, and of what kind. */
  async to(viewer: Viewer, sought: Sought): Promise<IntroductionPaths> {
    const { ends, own } = await this.ends(signedIn(viewer), sought);
    if (own) return { direct: [], paths: [] };
    const direct = await directLinks(this.database, ends);
    const rows = await pathsBetween(this.database, ends);
    const named = await this.named(viewer, rows);
    const seen = new Set<string>();
    const paths = rows.flatMap((row): IntroductionPath[] => {
      if (named.has(row)) return [this.path(row, true)];
      // What is hidden is one path for each kind: neither who nor how many.
      const kind = `${row.firstLink} ${row.secondLink}`;
      if (row.isPublic || seen.has(kind)) return [];
      seen.add(kind);
      return [this.path(row, false)];
    });
    const open = paths.filter(({ middleId }) => middleId !== null).slice(0, mostPublic);
    return {
      direct: direct.map(({ link, works }) => ({ kind: link, works: few(works) })),
      paths: [...open, ...paths.filter(({ middleId }) => middleId === null)],
    };
  }

  /** Everybody who may be asked on one kind of path; of a public one, only the person who is named. */
  async candidates(viewer: SignedIn, sought: Sought & WantedPath): Promise<PathRow[]> {
    const { ends, own } = await this.ends(viewer, sought);
    if (own) return [];
    const rows = await pathsBetween(this.database, ends, sought);
    if (!sought.throughAcademicId) return rows.filter(({ isPublic }) => !isPublic);
    const named = await this.named(viewer, rows);
    return rows.filter((row) => named.has(row));
  }

  private path(row: PathRow, named: boolean): IntroductionPath {
    return {
      // A work that links with somebody who is not named would name them.
      first: { kind: row.firstLink, works: named ? few(row.firstWorks) : [] },
      second: { kind: row.secondLink, works: named ? few(row.secondWorks) : [] },
      middleId: named ? row.academicId : null,
      middleName: named ? row.name : null,
    };
  }

  /** Of public paths, those whose middle the viewer may see. */
  private async named(viewer: Viewer, rows: readonly PathRow[]): Promise<Set<PathRow>> {
    const open = rows.filter(({ isPublic }) => isPublic);
    const visible = await this.academics.visible(
      viewer,
      open.map(({ academicId }) => academicId),
      new Set(),
    );
    return new Set(open.filter(({ academicId }) => visible.has(academicId)));
  }

  /** Both ends of a way; whom the viewer may not see is not found, and who cannot be told of a note has no ways. */
  private async ends(viewer: SignedIn, sought: Sought): Promise<{ ends: PathEnds; own: boolean }> {
    const { toAcademicId = null, toOrganisationId = null } = sought;
    if ((toAcademicId === null) === (toOrganisationId === null)) {
      throw badInput('toAcademicId', 'name one.', 'Name an academic or an organisation, and not both.');
    }
    if (toAcademicId) await this.academics.one(viewer, toAcademicId, new Set());
    if (toOrganisationId) await this.organisations.one(viewer, toOrganisationId);
    const reachable = await this.database.row(
      toAcademicId
        ? 'SELECT FROM academic WHERE id = $1 AND account_id IS NOT NULL'
        : 'SELECT FROM account_membership WHERE organisation_id = $1 LIMIT 1',
      [toAcademicId ?? toOrganisationId],
    );
    const own =
      (toAcademicId !== null && toAcademicId === viewer.academicId) ||
      (toOrganisationId !== null && isMemberOf(viewer, toOrganisationId));
    return {
      ends: {
        accountId: viewer.accountId,
        academicId: viewer.academicId,
        organisationIds: viewer.memberships.map(({ organisationId }) => organisationId),
        targetAcademicId: toAcademicId,
        targetOrganisationId: toOrganisationId,
      },
      own: own || !reachable,
    };
  }
}

export const noPath = () => notFound('path');
