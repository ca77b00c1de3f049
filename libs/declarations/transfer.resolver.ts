import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf, PageArgs } from '#graphql';
import { TransferOfValue } from './transfer.entity.js';
import { CorrectTransferInput, OrganisationTransfersArgs, RecordTransferInput } from './transfer.inputs.js';
import type { NamingConsent } from './transfer.policy.js';
import { TransferRecording } from './transfer.recording.js';
import { TransferYearCategory } from './transfer.return.js';
import { TransferService } from './transfer.service.js';

const TransferConnection = connectionOf(TransferOfValue, 'TransferOfValue');
const id = { type: () => ID };
const whole = { type: () => Int };

/** The transfers of a calendar year in sums. */
@ObjectType({ description: 'The transfers of a calendar year in sums.' })
export class TransferYear {
  @Field(() => Int)
  year: number;

  @Field(() => [Int], { description: 'This year and those in which something is recorded, latest first.' })
  years: number[];

  @Field(() => [TransferYearCategory])
  categories: TransferYearCategory[];
}

/** Transfers of value: recorded, answered, disclosed. */
@Resolver(() => TransferOfValue)
export class TransferResolver {
  constructor(
    @Inject(TransferService) private readonly transfers: TransferService,
    @Inject(TransferRecording) private readonly recording: TransferRecording,
  ) {}

  @Access('signed-in')
  @Query(() => TransferOfValue, { description: 'One transfer of value.' })
  transfer(@CurrentViewer() viewer: Viewer, @Args('id', id) wanted: string) {
    return this.transfers.one(viewer, wanted);
  }

  @Access('signed-in')
  @Query(() => TransferConnection, { description: 'What your company has recorded, newest first.' })
  companyTransfers(@CurrentViewer() viewer: Viewer, @Args() args: OrganisationTransfersArgs) {
    return this.transfers.ofCompany(viewer, args);
  }

  @Access('signed-in')
  @Query(() => TransferConnection, { description: 'What companies have recorded as given to you, newest first.' })
  transfersToMe(@CurrentViewer() viewer: Viewer, @Args() args: PageArgs) {
    return this.transfers.toViewer(viewer, args);
  }

  @Access('signed-in')
  @Query(() => TransferConnection, {
    description: 'What companies have recorded as given to your organisation and its people, for its office.',
  })
  transfersToPeople(@CurrentViewer() viewer: Viewer, @Args() args: OrganisationTransfersArgs) {
    return this.transfers.toPeople(viewer, args);
  }

  @Access('signed-in')
  @Query(() => TransferYear, { description: 'What your company gave in a calendar year, by category.' })
  transferYear(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', id) organisationId: string,
    @Args('year', whole) year: number,
  ) {
    return this.transfers.year(viewer, organisationId, year);
  }

  @Access('signed-in')
  @Mutation(() => TransferOfValue, { description: 'Records a transfer of value and asks the recipient for consent.' })
  recordTransfer(@CurrentViewer() viewer: Viewer, @Args('input') input: RecordTransferInput) {
    return this.recording.record(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => TransferOfValue, { description: 'Puts right what your company has recorded.' })
  correctTransfer(@CurrentViewer() viewer: Viewer, @Args('input') input: CorrectTransferInput) {
    return this.recording.correct(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => TransferOfValue, { description: 'Says that what was recorded as given to you is wrong.' })
  disputeTransfer(@CurrentViewer() viewer: Viewer, @Args('id', id) wanted: string, @Args('reason') reason: string) {
    return this.recording.dispute(viewer, wanted, reason);
  }

  @Access('signed-in')
  @Mutation(() => TransferOfValue, { description: 'Says whether you may be named when a transfer is disclosed.' })
  setNamingConsent(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) wanted: string,
    @Args('consent', { type: () => String, description: 'given, refused or withdrawn.' }) consent: NamingConsent,
  ) {
    return this.recording.consent(viewer, wanted, consent);
  }
}
