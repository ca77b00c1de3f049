import type { ModuleMetadata } from '@nestjs/common';
import { Academic, AcademicsModule, academicsPersonal, Work } from '#academics';
import { AccountsModule, accountsPersonal } from '#accounts';
import { Agreement, AgreementsModule, agreementsPersonal, CollaborationDocument } from '#agreements';
import { AlertsModule, alertsPersonal, SavedSearch } from '#alerts';
import { Collaboration, CollaborationsModule, collaborationsPersonal, EngagementTerms } from '#collaborations';
import { ConfigModule, type Settings } from '#config';
import { DatabaseModule } from '#database';
import { DeclarationsModule, declarationsPersonal, InterestDeclaration, TransferOfValue } from '#declarations';
import { FeedbackModule, feedbackPersonal, MatchJudgement } from '#feedback';
import { FilesModule, filesPersonal, StoredFile } from '#files';
import { GovernanceModule, governancePersonal, PolicyPack, TrainingPlan } from '#governance';
import { ImportersModule } from '#importers';
import { Introduction, IntroductionsModule, introductionsPersonal } from '#introductions';
import { MailModule } from '#mail';
import { Event, EventAttendee, Meeting, MeetingsModule, Mentor, meetingsPersonal, Slot } from '#meetings';
import { Notification, NotificationsModule, notificationsPersonal } from '#notifications';
import { OpportunitiesModule, Opportunity, opportunitiesPersonal } from '#opportunities';
import { Organisation, OrganisationsModule } from '#organisations';
import { Mobility, Outcome, OutcomesModule, outcomesPersonal } from '#outcomes';
import { CollaborationRequest, RequestsModule, requestsPersonal } from '#requests';
import { RightsModule } from '#rights';
import { SearchModule, searchPersonal } from '#search';
import { SignOff, SignOffsModule, signOffsPersonal } from '#sign-offs';
import { StewardshipModule, stewardshipPersonal } from '#stewardship';
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

/** What each room holds of people: a table with a person in it stands in one of these, or a test fails. */
export const personalParts = [
  accountsPersonal,
  academicsPersonal,
  opportunitiesPersonal,
  searchPersonal,
  notificationsPersonal,
  requestsPersonal,
  filesPersonal,
  governancePersonal,
  collaborationsPersonal,
  signOffsPersonal,
  agreementsPersonal,
  declarationsPersonal,
  meetingsPersonal,
  introductionsPersonal,
  outcomesPersonal,
  alertsPersonal,
  feedbackPersonal,
  stewardshipPersonal,
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
  RightsModule.of(personalParts),
  ImportersModule,
];
