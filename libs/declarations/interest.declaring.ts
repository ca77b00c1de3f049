import { Inject, Injectable } from '@nestjs/common';
import { signedIn, type Viewer } from '#accounts';
import { Database, once, type Tx } from '#database';
import { badInput, conflict, type DomainError, notAllowed, today, written, writtenIfAny } from '#graphql';
import { readAbout } from '#notifications';
import { OrganisationService } from '#organisations';
import { interestTerms } from './declaration.rules.js';
import type { InterestDeclaration } from './interest.entity.js';
import type {
  ChangeInterestInput,
  DeclareInterestInput,
  InterestContentInput,
  MitigateInterestInput,
} from './interest.inputs.js';
import type { InterestAction, InterestRole } from './interest.policy.js';
import { changeInterests, type InterestChanges, type InterestStep, insertInterest } from './interest.queries.js';
import { InterestService } from './interest.service.js';

/** The subject of notifications about one's own interests; its id is the account's. */
export const interestsSubject = 'interests';

/** Declares interests, and what becomes of them. */
@Injectable()
export class InterestDeclaring {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(InterestService) private readonly interests: InterestService,
  ) {}

  /** Declares an interest once for its key; "nothing to declare" ends with it. */
  async declare(viewer: Viewer, input: DeclareInterestInput): Promise<InterestDeclaration> {
    const { accountId } = signedIn(viewer);
    const { idempotencyKey, ...asked } = input;
    const content = await this.contentOf(viewer, asked);
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'declareInterest', input: asked }, async () => {
        await this.endNothing(tx, accountId);
        const made = await insertInterest(tx, accountId, content);
        if (!made) throw new Error('The interest was not inserted');
        return made;
      }),
    );
    return this.interests.one(viewer, id);
  }

  /** Says that there is nothing to declare; again, it is confirmed. */
  async declareNothing(viewer: Viewer): Promise<InterestDeclaration> {
    const { accountId } = signedIn(viewer);
    const id = await this.database.transaction(async (tx) => {
      // Whoever declares an interest at the same moment waits here, or is waited for.
      await tx.row('SELECT FROM account_holder WHERE id = $1 FOR UPDATE', [accountId]);
      const current = await tx.rows<{ id: string; nothing: boolean }>(
        `SELECT id, nothing FROM interest_declaration WHERE account_id = $1 AND state = 'current'`,
        [accountId],
      );
      const known = current.find(({ nothing }) => nothing);
      if (known) {
        await this.confirmIn(tx, accountId, [known.id]);
        return known.id;
      }
      if (current.length > 0) {
        throw conflict('STILL_NEEDED', 'You have declared interests: end those that no longer hold first.', {
          current: current.length,
        });
      }
      return (await insertInterest(tx, accountId, { nothing: true }))?.id ?? '';
    });
    return this.interests.one(viewer, id);
  }

  /** Changes what an interest says; a stale version changes nothing. */
  async change(viewer: Viewer, { id, version, ...input }: ChangeInterestInput): Promise<InterestDeclaration> {
    const { accountId } = signedIn(viewer);
    await this.seat(viewer, id, 'change', 'owner');
    const changes = await this.contentOf(viewer, input);
    const confirmed = { ...changes, confirmed_on: today() };
    await this.step({
      ids: [id],
      from: ['current'],
      version,
      action: 'changed',
      by: 'owner',
      accountId,
      changes: confirmed,
    });
    return this.interests.one(viewer, id);
  }

  /** Ends an interest with a day that has come. */
  async end(viewer: Viewer, id: string, endsOn: string): Promise<InterestDeclaration> {
    const { accountId } = signedIn(viewer);
    const interest = await this.seat(viewer, id, 'end', 'owner');
    if (endsOn > today()) throw badInput('endsOn', `${endsOn} has not come yet.`, 'Give the last day that it held.');
    if (interest.startsOn && endsOn < interest.startsOn) {
      throw badInput('endsOn', `it is before ${interest.startsOn}, when it started.`, 'Give a later day.');
    }
    const changes = { state: 'ended', ends_on: endsOn } as const;
    await this.step({ ids: [id], from: ['current'], action: 'ended', by: 'owner', accountId, changes });
    return this.interests.one(viewer, id);
  }

  /** Takes back what was declared by mistake; it stays in the history. */
  async withdraw(viewer: Viewer, id: string, reason: string): Promise<InterestDeclaration> {
    const { accountId } = signedIn(viewer);
    const interest = await this.seat(viewer, id, 'withdraw', 'owner');
    const changes = {
      state: 'withdrawn',
      withdrawn_reason: written('reason', reason, { min: 1, max: 1_000 }),
    } as const;
    await this.step({ ids: [id], from: [interest.state], action: 'withdrawn', by: 'owner', accountId, changes });
    return this.interests.one(viewer, id);
  }

  /** Confirms everything that the viewer has declared, which must be what they have read; answers the next day for it. */
  async confirm(viewer: Viewer, ids: readonly string[]) {
    const { accountId } = signedIn(viewer);
    await this.database.transaction(async (tx) => {
      const current = await tx.rows<{ id: string }>(
        `SELECT id FROM interest_declaration WHERE account_id = $1 AND state = 'current' ORDER BY id FOR UPDATE`,
        [accountId],
      );
      const read = new Set(ids.map((id) => id.toLowerCase()));
      if (current.length === 0) {
        throw conflict('WRONG_STATE', 'You have declared nothing yet. Declare an interest, or that you have none.');
      }
      if (current.length !== read.size || current.some(({ id }) => !read.has(id))) {
        throw conflict(
          'CHANGED_MEANWHILE',
          'Your interests have changed since you read them. Read them again, then confirm.',
        );
      }
      await this.confirmIn(tx, accountId, [...read]);
    });
    return this.interests.standing(viewer);
  }

  /** Says what is done about an interest, for the employer's office. */
  async mitigate(
    viewer: Viewer,
    { id, mitigation, note, reviewOn }: MitigateInterestInput,
  ): Promise<InterestDeclaration> {
    const { accountId } = signedIn(viewer);
    await this.seat(viewer, id, 'mitigate', 'office');
    const mitigation_note = writtenIfAny('note', note, 2_000);
    if (mitigation !== 'none' && !mitigation_note) {
      throw badInput('note', 'it is empty.', 'Say what was agreed: from what, and until when.');
    }
    if (reviewOn && reviewOn < today()) throw badInput('reviewOn', `${reviewOn} has passed.`, 'Give a later day.');
    const changes = { mitigation, mitigation_note, review_on: reviewOn ?? null };
    await this.step({ ids: [id], from: ['current'], action: 'mitigated', by: 'office', accountId, changes });
    return this.interests.one(viewer, id);
  }

  private confirmIn(tx: Tx, accountId: string, ids: readonly string[]) {
    const step = { ids, from: ['current'], action: 'confirmed', by: 'owner', accountId } as const;
    return changeInterests(tx, { ...step, changes: { confirmed_on: today() } }).then(() =>
      readAbout(tx, accountId, interestsSubject, [accountId]),
    );
  }

  private async endNothing(tx: Tx, accountId: string) {
    await tx.row('SELECT FROM account_holder WHERE id = $1 FOR UPDATE', [accountId]);
    const nothing = await tx.row<{ id: string }>(
      `SELECT id FROM interest_declaration WHERE account_id = $1 AND nothing AND state = 'current'`,
      [accountId],
    );
    if (!nothing) return;
    const changes = { state: 'ended', ends_on: today() } as const;
    await changeInterests(tx, {
      ids: [nothing.id],
      from: ['current'],
      action: 'ended',
      by: 'owner',
      accountId,
      changes,
    });
  }

  /** The interest, where the viewer may do this with it; it says what stands in the way where they may see it only. */
  private async seat(viewer: Viewer, id: string, action: InterestAction, role: InterestRole) {
    const interest = await this.interests.one(viewer, id);
    if (!interest.actions.includes(action)) throw standsInTheWay(interest, role);
    return interest;
  }

  private async step(step: InterestStep) {
    const changed = await this.database.transaction((tx) => changeInterests(tx, step));
    if (changed === 0) {
      throw conflict('CHANGED_MEANWHILE', 'This interest has changed since you read it. Read it again.');
    }
  }

  /** The columns of what was asked for, checked. */
  private async contentOf(viewer: Viewer, input: InterestContentInput): Promise<InterestChanges> {
    checkTerm('category', input.category, interestTerms.categories);
    checkTerm('situation', input.situation, interestTerms.situations);
    if (input.valueBand) checkTerm('valueBand', input.valueBand, interestTerms.valueBands);
    const { startsOn = null, endsOn = null, organisationId } = input;
    if (startsOn && endsOn && endsOn < startsOn) {
      throw badInput('endsOn', 'it is before startsOn.', 'Give a later day, or leave it out.');
    }
    const named = writtenIfAny('counterparty', input.counterparty, 300);
    const organisation = organisationId
      ? (await this.organisations.visible(viewer, [organisationId], new Set())).get(organisationId.toLowerCase())
      : null;
    if (organisation === undefined) {
      throw badInput(
        'organisationId',
        'there is no such organisation.',
        'Choose one of the directory, or give a name.',
      );
    }
    const counterparty = organisation?.name ?? named;
    if (!counterparty) {
      throw badInput('counterparty', 'it is empty.', 'Choose an organisation of the directory, or give a name.');
    }
    return {
      category: input.category,
      situation: input.situation,
      organisation_id: organisation?.id ?? null,
      counterparty,
      description: written('description', input.description, { max: 2_000 }),
      value_band: input.valueBand ?? null,
      starts_on: startsOn,
      ends_on: endsOn,
      visibility: input.visibility,
      state: endsOn && endsOn < today() ? 'ended' : 'current',
    };
  }
}

const checkTerm = (field: string, code: string, terms: readonly { code: string }[]) => {
  if (terms.some((term) => term.code === code)) return;
  throw badInput(field, 'there is no such code.', `Take one of ${terms.map((term) => term.code).join(', ')}.`);
};

const standsInTheWay = ({ role, state, nothing }: InterestDeclaration, wanted: InterestRole): DomainError => {
  if (role !== wanted) {
    return notAllowed(
      wanted === 'office'
        ? 'What is done about an interest is for the employer’s office.'
        : 'Only its owner changes an interest.',
    );
  }
  if (nothing && state === 'current') {
    return conflict('WRONG_STATE', 'It says that there is nothing to declare: declare an interest, or withdraw it.');
  }
  return conflict('WRONG_STATE', `This interest is ${state}: it is not changed any more.`, { state });
};
