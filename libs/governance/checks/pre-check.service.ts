import { Inject, Injectable } from '@nestjs/common';
import { type Academic, AcademicService, ownsAcademic } from '#academics';
import { isSignedIn, type Viewer } from '#accounts';
import { badInput, signInNeeded, today } from '#graphql';
import { type Opportunity, OpportunityService } from '#opportunities';
import { type Organisation, OrganisationService } from '#organisations';
import { checkCodes, type Taxonomy, TaxonomyService } from '#taxonomy';
import { PolicyPackService } from '../packs/policy-pack.service.js';
import { daysAfter, monthsAfter } from '../planner/dates.js';
import { governanceRules } from '../rules/rule.set.js';
import { DeclaredInterests } from './declared.interests.js';
import { type Engagement, Engagements } from './engagements.js';
import type { PreCheckInput } from './pre-check.inputs.js';
import { type DeclaredInterest, type PreCheckFacts, preCheck } from './pre-check.js';
import { PreCheck } from './pre-check.objects.js';

/** The directory, as one thing to read from. */
@Injectable()
export class PreCheckSources {
  constructor(
    @Inject(AcademicService) readonly academics: AcademicService,
    @Inject(OpportunityService) readonly opportunities: OpportunityService,
    @Inject(OrganisationService) readonly organisations: OrganisationService,
  ) {}
}

/** Who and what a pre-check is about, as far as the viewer may know. */
interface Named {
  academic: Academic | null;
  opportunity: Opportunity | null;
  organisation: Organisation | null;
}

/** Whether something can be done: gathers what is known and holds the rules and policies against it. */
@Injectable()
export class PreCheckService {
  constructor(
    @Inject(PreCheckSources) private readonly sources: PreCheckSources,
    @Inject(PolicyPackService) private readonly packs: PolicyPackService,
    @Inject(DeclaredInterests) private readonly interests: DeclaredInterests,
    @Inject(Engagements) private readonly engagements: Engagements,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /** What stands in the way, as far as the viewer may know of what it rests on. Nothing is written. */
  async check(viewer: Viewer, asked: PreCheckInput): Promise<PreCheck> {
    checkInput(asked, this.taxonomy.current);
    const engagement = await this.engagement(viewer, asked.collaborationId);
    const input = engagement ? { ...asked, ...engagement, opportunityId: null } : asked;
    const named = await this.named(viewer, input);
    const { academic, opportunity } = named;
    const engagementType = input.engagementType ?? opportunity?.opportunityType.code;
    if (!engagementType) {
      throw badInput('engagementType', 'it is missing.', 'Say how you would work together, or name an opportunity.');
    }
    const employers = [academic?.employer, academic?.university].flatMap((one) => (one ? [one.id] : []));
    const funder = input.funder?.trim() || null;
    const facts: PreCheckFacts = {
      who: {
        profession: input.profession ?? academic?.professionCode ?? null,
        trainingStatus: input.trainingStatus ?? academic?.trainingStatusCode ?? null,
        careerStage: input.careerStage ?? academic?.careerStageCode ?? null,
        nation: input.nation ?? academic?.nationCode ?? null,
        region: input.region ?? academic?.regionCode ?? null,
        firstYear: input.firstYear,
        finalYear: input.finalYear,
        visaSponsored: input.visaSponsored,
      },
      what: {
        engagementType,
        fte: input.fte ?? opportunity?.fte ?? null,
        daysPerYear: input.daysPerYear ?? null,
        ...datesOf(input, opportunity),
        purpose: input.purpose,
        countsToTraining: input.countsToTraining,
      },
      counterparty: this.counterparty(named),
      interests: await this.declared(viewer, academic),
      packs: (await this.packs.inForce([...new Set(employers)], funder)).map((pack) => ({
        ...pack,
        permitted: pack.organisationId !== null && (engagement?.permittedBy.includes(pack.organisationId) ?? false),
      })),
    };
    const term = this.taxonomy.current.term('engagement-type', engagementType);
    return {
      ...preCheck(facts, governanceRules, today()),
      who: academic?.name ?? null,
      with: facts.counterparty.name,
      about: opportunity?.title ?? null,
      engagementType: term ?? null,
      policies: facts.packs.map(({ name, version }) => `${name}, version ${version}`),
      notRead: this.notRead(named, facts, funder),
    };
  }

  /** What a collaboration is about: its terms take the place of what was asked of the work. */
  private async engagement(viewer: Viewer, collaborationId: string | null | undefined): Promise<Engagement | null> {
    if (!collaborationId) return null;
    if (!isSignedIn(viewer)) throw signInNeeded();
    return this.engagements.read(viewer, collaborationId);
  }

  private async named(viewer: Viewer, input: PreCheckInput): Promise<Named> {
    const { academics, opportunities, organisations } = this.sources;
    const academicId = input.academicId ?? (input.collaborationId ? null : viewer.academicId);
    const academic = academicId
      ? await academics.one(viewer, academicId, new Set(['employer', 'university', 'place']))
      : null;
    const opportunity = input.opportunityId
      ? await opportunities.one(viewer, input.opportunityId, new Set(['organisation', 'academic']))
      : null;
    const organisation = input.organisationId ? await organisations.one(viewer, input.organisationId) : null;
    return { academic, opportunity, organisation: organisation ?? opportunity?.organisation ?? null };
  }

  /** The other side. Nothing is said of who is behind a blind opportunity: its columns are not looked at. */
  private counterparty({ opportunity, organisation }: Named): PreCheckFacts['counterparty'] {
    if (organisation) {
      return { known: true, id: organisation.id, name: organisation.name, sector: organisation.sectorCode };
    }
    const name = opportunity?.academic?.name ?? null;
    return { known: name !== null, id: null, name, sector: null };
  }

  /** Interests are their owner's: of somebody else they are not looked at. */
  private async declared(viewer: Viewer, academic: Academic | null): Promise<readonly DeclaredInterest[] | null> {
    if (!isSignedIn(viewer) || !academic || !ownsAcademic(viewer, academic)) return null;
    return this.interests.of(viewer.accountId);
  }

  /** What could not be looked at, so that nobody takes silence for consent. */
  private notRead({ academic }: Named, { packs }: PreCheckFacts, funder: string | null): string[] {
    const parts: string[] = [];
    if (!academic) parts.push('No profile: the policy of an employer or a university was not looked at.');
    else if (!academic.employer && !academic.university) {
      parts.push('The profile shows no employer and no university, so their policies were not looked at.');
    }
    for (const one of [academic?.employer, academic?.university]) {
      if (one && !packs.some(({ organisationId }) => organisationId === one.id)) {
        parts.push(`${one.name} has published no policy here: ask its office.`);
      }
    }
    if (funder && !packs.some(({ organisationId }) => !organisationId)) {
      parts.push(`No policy of ${funder} is kept here: read the terms of the award.`);
    }
    return [...new Set(parts)];
  }
}

const checkInput = (input: PreCheckInput, taxonomy: Taxonomy) => {
  checkCodes(taxonomy, 'engagement-type', 'engagementType', input.engagementType);
  checkCodes(taxonomy, 'profession', 'profession', input.profession);
  checkCodes(taxonomy, 'training-status', 'trainingStatus', input.trainingStatus);
  checkCodes(taxonomy, 'career-stage', 'careerStage', input.careerStage);
  checkCodes(taxonomy, 'nation', 'nation', input.nation);
  if (!governanceRules.regions.some(({ code }) => code === input.region)) {
    checkCodes(taxonomy, 'region', 'region', input.region);
  }
  const { startsOn, endsOn } = input;
  if (endsOn && !startsOn) throw badInput('startsOn', 'there is a last day and no first day.', 'Give both, or none.');
  if (startsOn && endsOn && endsOn < startsOn) {
    throw badInput('endsOn', 'this is before the first day.', 'Choose a later last day.');
  }
  if (startsOn && endsOn && endsOn > monthsAfter(startsOn, 120)) {
    throw badInput('endsOn', 'this is more than ten years after the first day.', 'Choose an earlier last day.');
  }
};

/** The dates that were given, or else those of the opportunity. */
const datesOf = (input: PreCheckInput, opportunity: Opportunity | null) => {
  if (input.startsOn) return { startsOn: input.startsOn, endsOn: input.endsOn ?? null };
  const startsOn = opportunity?.startsOn ?? null;
  const months = opportunity?.lengthMonths ?? null;
  return { startsOn, endsOn: startsOn && months ? daysAfter(monthsAfter(startsOn, months), -1) : null };
};
