import { Inject, Injectable } from '@nestjs/common';
import { AcademicService } from '#academics';
import { isMemberOf, isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, type Sql } from '#database';
import { badInput, notFound, signInNeeded } from '#graphql';
import type { MatchSide } from '#matching';
import { type Opportunity, OpportunityService } from '#opportunities';
import { OrganisationService } from '#organisations';
import { sideOfAcademic, sideOfOrganisation } from '#search';
import { TaxonomyService } from '#taxonomy';
import { mismatchOf } from './mismatch.js';
import type { RequestCheckInput } from './request.inputs.js';
import { sidesOf } from './request.policy.js';
import type { RequestProblem } from './request.problem.js';
import type { RequestSide } from './request.states.js';
import { mismatchProblems, officeWarnings, pairProblems, sideProblems } from './sending.problems.js';
import {
  belongsTo,
  type ConcernedOffice,
  concernedOffices,
  pairHistory,
  type Receiver,
  type Sender,
  sidesById,
} from './sending.queries.js';

/** A request that is to be sent, with everything that follows from whom it goes to. */
export interface Plan {
  viewer: SignedIn;
  sender: Sender;
  receiver: Receiver;
  opportunity: Opportunity | null;
  /** Whose the opportunity is. */
  opportunityOf: RequestSide | null;
  offices: ConcernedOffice[];
  /** What stands against it whoever else asks at the same moment. */
  problems: RequestProblem[];
  warnings: RequestProblem[];
}

/** Whom the sender asks. */
interface Addressee {
  id: string;
  opportunity: Opportunity | null;
  opportunityOf: RequestSide | null;
}

/** Finds out, before anything is written, who asks whom about what, and what stands against it. */
@Injectable()
export class RequestChecker {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(OpportunityService) private readonly opportunities: OpportunityService,
  ) {}

  /** What would happen if the request were sent now. */
  async check(viewer: Viewer, input: RequestCheckInput) {
    const plan = await this.plan(viewer, input);
    const problems = [...plan.problems, ...(await this.betweenThem(this.database, plan))];
    return { canSend: problems.every(({ acknowledgeable }) => acknowledgeable), problems, warnings: plan.warnings };
  }

  /** Who asks whom about what. What the viewer may not see is not found; what else is wrong is in the problems. */
  async plan(viewer: Viewer, input: RequestCheckInput): Promise<Plan> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const senderId = this.senderId(viewer, input);
    const to = await this.addressee(viewer, input);
    const sides = await sidesById(this.database, [to.id, ...(senderId ? [senderId] : [])]);
    const receiver = sides.get(to.id);
    if (!receiver) throw notFound('receiver');
    const sender = (senderId && sides.get(senderId)) || nobodyYet;
    const blind = to.opportunity?.blind === true;
    const offices = await concernedOffices(this.database, sender, receiver);
    return {
      viewer,
      sender,
      receiver,
      opportunity: to.opportunity,
      opportunityOf: to.opportunityOf,
      offices,
      problems: [
        ...sideProblems({
          sender,
          receiver,
          opportunity: to.opportunityOf === 'receiver' ? to.opportunity : null,
          ownSide: sidesOf(viewer).includes(to.id) || (!blind && (await this.areColleagues(sender, receiver))),
        }),
        ...(await this.mismatch(viewer, sender, to)),
      ],
      warnings: officeWarnings(viewer, offices, { receiver, receiverHidden: blind && to.opportunityOf === 'receiver' }),
    };
  }

  /** What stands against it because of what has been between the two sides; certain only behind the sender's lock. */
  async betweenThem(sql: Sql, { sender, receiver, opportunity }: Plan): Promise<RequestProblem[]> {
    if (sender === nobodyYet) return [];
    const history = await pairHistory(sql, sender.id, receiver.id, opportunity?.id ?? null);
    return pairProblems(sender, history);
  }

  private senderId(viewer: SignedIn, { asOrganisationId }: RequestCheckInput): string | null {
    if (!asOrganisationId) return viewer.academicId;
    if (!isMemberOf(viewer, asOrganisationId)) throw notFound('organisation');
    return asOrganisationId;
  }

  private async addressee(viewer: Viewer, input: RequestCheckInput): Promise<Addressee> {
    const { toAcademicId, toOrganisationId, opportunityId } = input;
    if (toAcademicId && toOrganisationId) {
      throw badInput('toOrganisationId', 'there are two receivers.', 'Name a person or an organisation, not both.');
    }
    const opportunity = opportunityId ? await this.opportunities.one(viewer, opportunityId, new Set()) : null;
    const id = toAcademicId ?? toOrganisationId;
    if (!id) {
      const owner = opportunity?.organisationId ?? opportunity?.academicId;
      if (!owner)
        throw badInput('toAcademicId', 'there is no receiver.', 'Name a person, an organisation or an opportunity.');
      return { id: owner, opportunity, opportunityOf: 'receiver' };
    }
    // Said of every opportunity that is not the sender's: whether the receiver is behind it is nobody's to find out.
    if (opportunity && (opportunity.organisationId ?? opportunity.academicId) !== this.ownerFor(viewer, input)) {
      throw badInput(
        'opportunityId',
        'with a receiver, it must be an opportunity of your own side.',
        'To ask who offers it, leave the receiver out.',
      );
    }
    if (toAcademicId) await this.academics.one(viewer, id, new Set());
    else await this.organisations.one(viewer, id);
    return { id, opportunity, opportunityOf: opportunity ? 'sender' : null };
  }

  private ownerFor(viewer: Viewer, { asOrganisationId }: RequestCheckInput) {
    return asOrganisationId ?? viewer.academicId;
  }

  /** Somebody who could read a request on both of its sides asks himself. */
  private async areColleagues(sender: Sender, receiver: Receiver): Promise<boolean> {
    return (
      sender.kind === 'organisation' &&
      receiver.accountId !== null &&
      belongsTo(this.database, receiver.accountId, sender.id)
    );
  }

  private async mismatch(viewer: Viewer, sender: Sender, to: Addressee): Promise<RequestProblem[]> {
    const { opportunity, opportunityOf } = to;
    if (!opportunity || (opportunity.mustHave.length === 0 && opportunity.exclude.length === 0)) return [];
    const other = await this.side(viewer, opportunityOf === 'receiver' ? sender.id : to.id);
    return other ? mismatchProblems(mismatchOf(opportunity, other, this.taxonomy.current)) : [];
  }

  private async side(viewer: Viewer, id: string): Promise<MatchSide | null> {
    const academic = (await this.academics.visible(viewer, [id], new Set())).get(id);
    if (academic) return sideOfAcademic(academic);
    const organisation = (await this.organisations.visible(viewer, [id])).get(id);
    return organisation ? sideOfOrganisation(organisation) : null;
  }
}

/** Stands in for a sender who has no profile yet, which is one of the problems. */
const nobodyYet: Sender = {
  kind: 'academic',
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  accountId: null,
  hidden: false,
  verified: true,
  peopled: false,
  company: false,
  noCompanies: false,
  institutions: [],
};
