import type { ModuleMetadata } from '@nestjs/common';
import { Academic, AcademicsModule, Work } from '#academics';
import { AccountsModule } from '#accounts';
import { Agreement, AgreementsModule, CollaborationDocument } from '#agreements';
import { AlertsModule, SavedSearch } from '#alerts';
import { Collaboration, CollaborationsModule, EngagementTerms } from '#collaborations';
import { ConfigModule, type Settings } from '#config';
import { DatabaseModule } from '#database';
import { DeclarationsModule, InterestDeclaration, TransferOfValue } from '#declarations';
import { FeedbackModule, MatchJudgement } from '#feedback';
import { FilesModule, StoredFile } from '#files';
import { GovernanceModule, PolicyPack, TrainingPlan } from '#governance';
import { ImportersModule } from '#importers';
import { Introduction, IntroductionsModule } from '#introductions';
import { MailModule } from '#mail';
import { Event, EventAttendee, Meeting, MeetingsModule, Mentor, Slot } from '#meetings';
import { Notification, NotificationsModule } from '#notifications';
import { OpportunitiesModule, Opportunity } from '#opportunities';
import { Organisation, OrganisationsModule } from '#organisations';
import { Mobility, Outcome, OutcomesModule } from '#outcomes';
import { CollaborationRequest, RequestsModule } from '#requests';
import { SearchModule } from '#search';
import { SignOff, SignOffsModule } from '#sign-offs';
import { StewardshipModule } from '#stewardship';
import { TaxonomyEdition, TaxonomyModule, TaxonomyTerm } from '#taxonomy';

/** Every class that is mapped to a table. */
export const entities = [
  TaxonomyTerm,
  TaxonomyEdition,
  Organisation,
  Academic,
  Work,
  Opportunity,
  CollaborationRequest,
  Notification,
  Collaboration,
  EngagementTerms,
  Mentor,
  Slot,
  Event,
  EventAttendee,
  Meeting,
  Introduction,
  MatchJudgement,
  StoredFile,
  Agreement,
  CollaborationDocument,
  SavedSearch,
  InterestDeclaration,
  TransferOfValue,
  TrainingPlan,
  PolicyPack,
  SignOff,
  Outcome,
  Mobility,
];

/** All of Benchside, in reading order; each program that starts adds what it needs to be reached. */
export const features = (settings: Settings): NonNullable<ModuleMetadata['imports']> => [
  ConfigModule.of(settings),
  DatabaseModule.of(entities),
  MailModule,
  TaxonomyModule,
  AccountsModule,
  OrganisationsModule,
  AcademicsModule,
  OpportunitiesModule,
  SearchModule,
  NotificationsModule,
  RequestsModule,
  FilesModule,
  GovernanceModule,
  CollaborationsModule,
  AgreementsModule,
  MeetingsModule,
  SignOffsModule,
  IntroductionsModule,
  OutcomesModule,
  FeedbackModule,
  AlertsModule,
  StewardshipModule,
  DeclarationsModule,
  ImportersModule,
];
