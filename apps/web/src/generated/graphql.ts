/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AcademicFilter = {
  /** Available on this day, as YYYY-MM-DD. */
  availableBy?: string | null | undefined;
  /** Codes of the vocabulary career-stage. */
  careerStages?: Array<string> | null | undefined;
  /** yes or no: whether the person looks after the profile. */
  claimed?: Array<string> | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  /** Codes of the vocabulary hrcs-health-category. */
  healthCategories?: Array<string> | null | undefined;
  /** At least this share of full time, 0 to 1. */
  leastFte?: number | null | undefined;
  /** Codes of the vocabulary nation. */
  nations?: Array<string> | null | undefined;
  /** Ids of employers and universities. */
  organisations?: Array<string> | null | undefined;
  /** on-site, hybrid, remote. */
  placeModes?: Array<string> | null | undefined;
  /** Codes of the vocabulary profession. */
  professions?: Array<string> | null | undefined;
  /** Codes of the vocabulary region. */
  regions?: Array<string> | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  /** Codes of the vocabulary topic; a broad topic includes its narrower ones. */
  topics?: Array<string> | null | undefined;
  /** Codes of the vocabulary training-status. */
  trainingStatuses?: Array<string> | null | undefined;
};

export type AcceptMeetingInput = {
  /** Your answer, in at most 2,000 characters; needed for advice. */
  answer?: string | null | undefined;
  id: string;
  /** At an event: where to join, https only, if it is a call. */
  link?: string | null | undefined;
  /** At an event: which of the possible times it is. */
  startsAt?: string | null | undefined;
};

export type AddCollaborationPersonInput = {
  /** The address of their account. A colleague joins at once; anybody else is asked. */
  email: string;
  id: string;
  /** One of lead, supervisor, scientist, contracts, colleague. */
  role: string;
};

export type AddCollaborationTaskInput = {
  /** By when, as YYYY-MM-DD. */
  dueOn?: string | null | undefined;
  id: string;
  /** The same key adds the same task once. */
  idempotencyKey: string;
  /** At most 2,000 characters. */
  note?: string | null | undefined;
  /** The account of somebody who works on the collaboration. */
  ownerId?: string | null | undefined;
  title: string;
};

export type AddDocumentInput = {
  collaborationId: string;
  /** An upload for the purpose "document". */
  fileId: string;
  idempotencyKey: string;
  /** The document of which it is a new version. */
  replacesId?: string | null | undefined;
  /** Whether the other side opens it only once a confidentiality agreement is signed. */
  restricted: boolean;
  /** What it is, at most 200 characters. */
  title: string;
};

export type AddOutcomeInput = {
  /** In whole pence sterling, at most £1,000,000,000. */
  amountPence?: number | null | undefined;
  collaborationId: string;
  creditRoles?: Array<string> | null | undefined;
  /** YYYY-MM-DD. */
  happenedOn: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  identifier?: string | null | undefined;
  /** One of publication, trial, product, post, funding, other. */
  kind: string;
  title: string;
  trlAfter?: number | null | undefined;
  trlBefore?: number | null | undefined;
};

export type AddTopicSynonymInput = {
  /** Who says so: a publication, a vocabulary, a person. */
  source: string;
  /** Another name or an abbreviation; short ones in capitals count only as they are written. */
  synonym: string;
  /** The code of the topic. */
  topic: string;
};

export type AgreementAnswerInput = {
  /** The value of an option. */
  answer: string;
  /** The code of the question. */
  question: string;
};

export type AskAtEventInput = {
  /** The one you ask, of eventAttendees. */
  attendeeId: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** Why you would like to meet, in 20 to 300 characters. */
  reason: string;
};

export type AskForErasureInput = {
  /** The e-mail address of your account, typed once more. */
  confirmation: string;
  /** The password of your account; needed unless you have signed in a few minutes ago. */
  password?: string | null | undefined;
};

export type AskForIntroductionInput = {
  /** Your organisation, to ask for it; left out, you ask as yourself. */
  asOrganisationId?: string | null | undefined;
  /** The first link of the path: work, collaboration or mentor. */
  firstLink: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** What the person in the middle may pass on, in 50 to 600 characters. */
  note: string;
  /** The second link of the path. */
  secondLink: string;
  /** Of a public path: who is in the middle. */
  throughAcademicId?: string | null | undefined;
  /** The academic, or name an organisation. */
  toAcademicId?: string | null | undefined;
  toOrganisationId?: string | null | undefined;
};

export type AskMentorInput = {
  /** The profile of the mentor. */
  academicId: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** What you want to ask, in 50 to 600 characters. */
  message: string;
  /** The time that you would like; left out, you ask in writing. */
  slotId?: string | null | undefined;
};

export type AskPermissionInput = {
  collaborationId: string;
  organisationId: string;
};

export type AskSignOffInput = {
  /** Where the link is sent. */
  email: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** Who is asked, 2 to 200 characters. */
  name: string;
  signOffId: string;
};

export type ChangeCollaborationRoleInput = {
  accountId: string;
  id: string;
  /** One of lead, supervisor, scientist, contracts, colleague. */
  role: string;
};

export type ChangeCollaborationTaskInput = {
  /** By when, as YYYY-MM-DD. */
  dueOn?: string | null | undefined;
  /** At most 2,000 characters. */
  note?: string | null | undefined;
  /** The account of somebody who works on the collaboration. */
  ownerId?: string | null | undefined;
  taskId: string;
  title: string;
  /** The version that was read. */
  version: number;
};

export type ChangeInterestInput = {
  /** A code of declarationTerms.categories. */
  category: string;
  /** What the counterparty is called, where it is not in the directory. */
  counterparty?: string | null | undefined;
  /** What it is, in at most 2,000 characters. */
  description?: string;
  /** YYYY-MM-DD; with a day that has passed, it is declared as ended. */
  endsOn?: string | null | undefined;
  id: string;
  /** The counterparty, where it is in the directory. */
  organisationId?: string | null | undefined;
  /** A code of declarationTerms.situations. */
  situation: string;
  /** YYYY-MM-DD. */
  startsOn?: string | null | undefined;
  /** A code of declarationTerms.valueBands. */
  valueBand?: string | null | undefined;
  /** The version that you have read. */
  version: number;
  /** register, parties or approver. */
  visibility?: string;
};

export type ChangeSavedSearchInput = {
  cadence?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
};

export type ChangeTermsInput = {
  /** The termsNumber that was read: where it is no longer the newest, nothing changes. */
  basedOn: number;
  id: string;
  terms: EngagementTermsInput;
};

export type CorrectTransferInput = {
  /** In pence sterling, at most £20,000,000; a correction may say 0: nothing was given. */
  amountPence: number;
  /** A code of declarationTerms.transferCategories. */
  category: string;
  /** What for, in at most 1,000 characters. */
  description?: string;
  id: string;
  /** YYYY-MM-DD; the calendar year of this day is the one in which it is disclosed. */
  paidOn: string;
  /** The version that you have read. */
  version: number;
};

export type CreateAcademicInput = {
  /** YYYY-MM-DD. */
  availableFrom?: string | null | undefined;
  /** The share of full time, 0 to 1. */
  availableFte?: number | null | undefined;
  /** A code of the vocabulary career-stage. */
  careerStage?: string | null | undefined;
  city?: string | null | undefined;
  employerId?: string | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  familyName: string;
  fieldVisibility?: Array<FieldVisibilityInput> | null | undefined;
  givenName: string;
  honorific?: string | null | undefined;
  /** Any text of 8 to 255 characters that is new for each profile; a repeat changes nothing. */
  idempotencyKey: string;
  industryExperience?: string | null | undefined;
  jobTitle?: string | null | undefined;
  methods?: Array<string> | null | undefined;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  offer?: string | null | undefined;
  /** on-site, hybrid or remote. */
  placeMode?: string | null | undefined;
  /** A code of the vocabulary profession. */
  profession: string;
  /** A code of the vocabulary region. */
  region?: string | null | undefined;
  /** The number in the regulator’s register. Never shown to others. */
  registrationNumber?: string | null | undefined;
  /** A code of the vocabulary regulator. */
  regulator?: string | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  specialty?: string | null | undefined;
  summary?: string | null | undefined;
  /** Codes of the vocabulary topic, most important first. */
  topics?: Array<string> | null | undefined;
  /** A code of the vocabulary training-status. */
  trainingStatus?: string | null | undefined;
  universityId?: string | null | undefined;
  /** public, members or hidden. */
  visibility?: string | null | undefined;
  want?: string | null | undefined;
  workingStyle?: string | null | undefined;
  /** All works, in the order in which they are shown. */
  works?: Array<WorkInput> | null | undefined;
};

export type CreateEventInput = {
  /** At most 4,000 characters. */
  description: string;
  /** At most 15 days later. */
  endsAt: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** A code of eventKinds. */
  kind: string;
  /** Its own page, or where to join: https only. */
  link?: string | null | undefined;
  /** 3 to 200 characters. */
  name: string;
  /** Your organisation; left out, an event that the platform lists. */
  organisationId?: string | null | undefined;
  /** Where it is, in at most 300 characters; or give a link. */
  place?: string | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors: Array<string>;
  /** How long one meeting takes, 20 to 30 minutes. */
  slotMinutes?: number;
  startsAt: string;
  /** How many tables there are for meetings, 0 to 200. */
  tables?: number;
  /** Codes of the vocabulary topic. */
  topics: Array<string>;
};

export type CreateOpportunityInput = {
  /** Keep hidden who is behind it; revealAfter says until when. */
  blind?: boolean | null | undefined;
  /** Codes of the vocabulary career-stage. */
  careerStages?: Array<string> | null | undefined;
  city?: string | null | undefined;
  /** The last day to ask, as YYYY-MM-DD. */
  deadline?: string | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  /** With one of these it is no match. */
  exclude?: Array<CriterionInput> | null | undefined;
  /** The share of full time, 0 to 1. */
  fte?: number | null | undefined;
  funding?: string | null | undefined;
  /** Any text of 8 to 255 characters that is new for each opportunity; a repeat changes nothing. */
  idempotencyKey: string;
  lengthMonths?: number | null | undefined;
  /** Without these it is no match. */
  mustHave?: Array<CriterionInput> | null | undefined;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  niceToHave?: Array<CriterionInput> | null | undefined;
  /** A code of the vocabulary engagement-type. */
  opportunityType: string;
  /** For a brief: your organisation. Left out, it is your own project idea. */
  organisationId?: string | null | undefined;
  /** on-site, hybrid or remote. */
  placeMode?: string | null | undefined;
  /** Codes of the vocabulary profession. */
  professions?: Array<string> | null | undefined;
  /** A code of the vocabulary region. */
  region?: string | null | undefined;
  /** Of a blind one: acceptance, or nda to wait for a signed confidentiality undertaking as well; nda unless it is said. */
  revealAfter?: string | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  /** YYYY-MM-DD. */
  startsOn?: string | null | undefined;
  summary?: string | null | undefined;
  text?: string | null | undefined;
  title: string;
  /** Codes of the vocabulary topic, most important first. */
  topics?: Array<string> | null | undefined;
};

export type CriterionInput = {
  /** A code of the vocabulary that the facet names. */
  code: string;
  /** topic, profession, career-stage, training-status, engagement-type, region, nation, sector, place-mode */
  facet: string;
};

export type DecidePermissionInput = {
  collaborationId: string;
  /** Whether it is permitted. */
  given: boolean;
  organisationId: string;
  /** Why, for both sides to read; 3 to 2,000 characters. */
  reason: string;
  /** The terms that were read: where others hold by now, nothing is recorded. */
  termsNumber: number;
};

export type DecideSignOffInput = {
  /** From the letter; not needed where you are signed in as that person. */
  code?: string | null | undefined;
  /** One of approved, changes-wanted, refused. */
  decision: string;
  /** Why; must be given unless it is approved. At most 2,000 characters. */
  reason?: string | null | undefined;
  /** From the link. */
  token: string;
};

export type DeclareInterestInput = {
  /** A code of declarationTerms.categories. */
  category: string;
  /** What the counterparty is called, where it is not in the directory. */
  counterparty?: string | null | undefined;
  /** What it is, in at most 2,000 characters. */
  description?: string;
  /** YYYY-MM-DD; with a day that has passed, it is declared as ended. */
  endsOn?: string | null | undefined;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** The counterparty, where it is in the directory. */
  organisationId?: string | null | undefined;
  /** A code of declarationTerms.situations. */
  situation: string;
  /** YYYY-MM-DD. */
  startsOn?: string | null | undefined;
  /** A code of declarationTerms.valueBands. */
  valueBand?: string | null | undefined;
  /** register, parties or approver. */
  visibility?: string;
};

export type DigestInput = {
  /** Whether you agree to letters at all. */
  letters?: boolean | null | undefined;
  /** How often letters say which companies looked at your profile. */
  profileViews?: string | null | undefined;
};

export type DraftAgreementInput = {
  /** The code of a kind that agreementKinds lists. */
  agreementKind: string;
  /** The answers that led to it. */
  answers?: Array<AgreementAnswerInput>;
  collaborationId: string;
  idempotencyKey: string;
};

export type EngagementTermsInput = {
  backfill?: string | null | undefined;
  countsToTraining?: boolean | null | undefined;
  daysPerYear?: number | null | undefined;
  endsOn?: string | null | undefined;
  fte?: number | null | undefined;
  honoraryContract?: boolean | null | undefined;
  note?: string | null | undefined;
  oopType?: string | null | undefined;
  paidBy?: string | null | undefined;
  payRoute?: string | null | undefined;
  place?: string | null | undefined;
  placeMode?: string | null | undefined;
  returnsOn?: string | null | undefined;
  rightToReturn?: boolean | null | undefined;
  startsOn?: string | null | undefined;
  /** A code of the vocabulary engagement-type. */
  type: string;
};

export type EventFilter = {
  /** Codes of eventKinds. */
  kinds?: Array<string> | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  /** Codes of the vocabulary topic. */
  topics?: Array<string> | null | undefined;
};

export type FieldVisibilityInput = {
  /** specialty, jobTitle, employer, university, place, summary, topics, methods, offer, want, workingStyle, engagementTypes, sectors, availability, industryExperience, works, orcid */
  field: string;
  /** public, members or only-me. */
  visibility: string;
};

/** What stands in one field of the application form. */
export type FormValueInput = {
  /** The code of a field of the form. */
  code: string;
  /** At most 2,000 characters. */
  value: string;
};

export type GoToEventInput = {
  /** The organisation that you go for; left out, you go as yourself. */
  asOrganisationId?: string | null | undefined;
  eventId: string;
  /** Whom or what you look for, in at most 300 characters. */
  lookingFor?: string | null | undefined;
  /** When you are free for meetings, of eventTimes; at most 200. */
  times: Array<string>;
  /** Whether others who go see you, and may ask you for a meeting. */
  visible: boolean;
};

export type HeadsOfTermsSectionInput = {
  code: string;
  /** At most 4,000 characters. */
  text: string;
  /** At most 120 characters. */
  title: string;
};

export type JudgeMatchInput = {
  /** Your side: your profile, your organisation or an opportunity of yours. */
  for: MatchSubject;
  /** What you had searched for, at most 1,000 characters. */
  query?: string | null | undefined;
  /** The place in the list where you saw it, from 1. */
  rank?: number | null | undefined;
  /** Why it is not relevant: codes of matchJudgementReasons, at least one; none where it is relevant. */
  reasons?: Array<string>;
  relevant: boolean;
  /** In your own words, at most 300 characters. */
  remark?: string | null | undefined;
  /** What was found for it. */
  with: MatchSubject;
};

export type MatchSubject = {
  id: string;
  /** academic, organisation or opportunity. */
  kind: string;
};

export type MentorFilter = {
  /** Only the one with this profile, if they mentor. */
  academicId?: string | null | undefined;
  /** Codes of the vocabulary career-stage. */
  careerStages?: Array<string> | null | undefined;
  /** Codes of mentorGrounds. */
  grounds?: Array<string> | null | undefined;
  /** Codes of the vocabulary profession. */
  professions?: Array<string> | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
};

export type MergeTopicsInput = {
  /** Why, in 10 to 1,000 characters. */
  reason: string;
  /** The code of the topic that stands in its place from now on. */
  successor: string;
  /** The code of the topic to retire. */
  topic: string;
};

export type MitigateInterestInput = {
  id: string;
  /** none, restrict, remove or refuse. */
  mitigation: string;
  /** What was agreed, in at most 2,000 characters. */
  note?: string | null | undefined;
  /** When it is looked at again, as YYYY-MM-DD. */
  reviewOn?: string | null | undefined;
};

export type MoveAgreementInput = {
  /** One of submit, reopen, end. */
  action: string;
  id: string;
  version: number;
};

export type MoveCollaborationInput = {
  /** One of start-governance, start-agreement, activate, complete, step-back, hold, resume, end-early, withdraw. */
  action: string;
  id: string;
  /** Why, or what both should know; at most 2,000 characters. */
  note?: string | null | undefined;
};

export type NextDateInput = {
  id: string;
  /** As YYYY-MM-DD; null for none. */
  on?: string | null | undefined;
  /** What is on that day, at most 200 characters. */
  what?: string | null | undefined;
};

export type OfferSlotsInput = {
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** Where to join a call: https only. Shown once it is agreed. */
  link?: string | null | undefined;
  /** How long each takes, 20 to 30 minutes. */
  minutes?: number;
  /** Where: a room, in at most 300 characters. Or give a link. */
  place?: string | null | undefined;
  /** When they start: 1 to 20 times, none within another. */
  times: Array<string>;
};

export type OpportunityFilter = {
  /** Codes of the vocabulary career-stage. */
  careerStages?: Array<string> | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  /** Codes of the vocabulary hrcs-health-category. */
  healthCategories?: Array<string> | null | undefined;
  /** Codes of the vocabulary nation. */
  nations?: Array<string> | null | undefined;
  /** Still open on this day, as YYYY-MM-DD. */
  openOn?: string | null | undefined;
  /** Open on this day in London: its deadline has not passed, and its start is not over. */
  openToday?: boolean | null | undefined;
  /** Ids of organisations. */
  organisations?: Array<string> | null | undefined;
  /** on-site, hybrid, remote. */
  placeModes?: Array<string> | null | undefined;
  /** Codes of the vocabulary profession. */
  professions?: Array<string> | null | undefined;
  /** Codes of the vocabulary region. */
  regions?: Array<string> | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  /** company (briefs), academic (project ideas). */
  sides?: Array<string> | null | undefined;
  /** Codes of the vocabulary topic; a broad topic includes its narrower ones. */
  topics?: Array<string> | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  types?: Array<string> | null | undefined;
};

export type OrganisationFilter = {
  /** ISO 3166-1 alpha-2. */
  countries?: Array<string> | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  /** Codes of the vocabulary hrcs-health-category. */
  healthCategories?: Array<string> | null | undefined;
  /** Codes of the vocabulary nation. */
  nations?: Array<string> | null | undefined;
  /** Codes of the vocabulary region. */
  regions?: Array<string> | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  /** Codes of the vocabulary segment. */
  segments?: Array<string> | null | undefined;
  /** micro, small, medium, large. */
  sizes?: Array<string> | null | undefined;
  /** Codes of the vocabulary topic; a broad topic includes its narrower ones. */
  topics?: Array<string> | null | undefined;
  /** Codes of the vocabulary organisation-type. */
  types?: Array<string> | null | undefined;
  /** verified, pending, unverified, revoked. */
  verifications?: Array<string> | null | undefined;
};

export type PolicyRuleInput = {
  amount?: number | null | undefined;
  codes?: Array<string> | null | undefined;
  /** warn or block. */
  effect: string;
  /** max-outside-days, prior-permission, notice-weeks, forbidden-engagement-types, forbidden-sectors, declaration-before-start, ip-office-told. */
  kind: string;
  /** At most 500 characters. */
  note?: string | null | undefined;
  /** Where it is written, 3 to 200 characters. */
  sourceTitle: string;
  /** An address that begins with https:// or http://. */
  sourceUrl?: string | null | undefined;
};

export type PolicyTrialInput = {
  /** The name of a funder. */
  funder?: string | null | undefined;
  organisationId?: string | null | undefined;
  rules: Array<PolicyRuleInput>;
};

export type PostCollaborationMessageInput = {
  id: string;
  /** The same key sends the same message once. */
  idempotencyKey: string;
  /** At most 4,000 characters. */
  text: string;
};

export type PostRequestMessageInput = {
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** How long the meeting would take, 10 to 480 minutes. */
  minutes?: number;
  requestId: string;
  /** At most 4,000 characters; needed unless you propose times. */
  text?: string | null | undefined;
  /** Times to meet that the other side may pick from: up to five. */
  times?: Array<string> | null | undefined;
};

/** What somebody would like to do. What is left out is read from the profile, the opportunity and the organisation named. */
export type PreCheckInput = {
  /** Who would do it; left out, you, if you have a profile. */
  academicId?: string | null | undefined;
  /** A code of the vocabulary career-stage. */
  careerStage?: string | null | undefined;
  /** A collaboration of yours: who, with whom and the work are then read from its terms. */
  collaborationId?: string | null | undefined;
  countsToTraining?: boolean;
  /** Days of work a year, 1 to 366. */
  daysPerYear?: number | null | undefined;
  /** YYYY-MM-DD. */
  endsOn?: string | null | undefined;
  /** A code of the vocabulary engagement-type. */
  engagementType?: string | null | undefined;
  finalYear?: boolean;
  firstYear?: boolean;
  /** The share of full time, above 0 and up to 1. */
  fte?: number | null | undefined;
  /** Who funds the person’s research, by name. */
  funder?: string | null | undefined;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  /** The opportunity it is about. */
  opportunityId?: string | null | undefined;
  /** The other side. */
  organisationId?: string | null | undefined;
  /** A code of the vocabulary profession. */
  profession?: string | null | undefined;
  /** industry-post, research, training, experience, patient-facing, other-interests. */
  purpose?: string;
  /** A training region, or a code of the vocabulary region. */
  region?: string | null | undefined;
  /** YYYY-MM-DD. */
  startsOn?: string | null | undefined;
  /** A code of the vocabulary training-status. */
  trainingStatus?: string | null | undefined;
  visaSponsored?: boolean;
};

export type RecordSignatureInput = {
  /** An upload for the purpose "agreement": the signed copy. */
  fileId?: string | null | undefined;
  id: string;
  /** Who signed, at most 200 characters. */
  signatory: string;
  /** In which role, at most 200 characters. */
  signatoryRole: string;
  /** The day, as YYYY-MM-DD. */
  signedOn: string;
  version: number;
};

export type RecordTransferInput = {
  /** In pence sterling, at most £20,000,000; a correction may say 0: nothing was given. */
  amountPence: number;
  /** A code of declarationTerms.transferCategories. */
  category: string;
  /** The collaboration that it belongs to. */
  collaborationId?: string | null | undefined;
  /** What for, in at most 1,000 characters. */
  description?: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** Your company. */
  organisationId: string;
  /** YYYY-MM-DD; the calendar year of this day is the one in which it is disclosed. */
  paidOn: string;
  /** The person who got it. */
  toAcademicId?: string | null | undefined;
  /** The healthcare organisation that got it. */
  toOrganisationId?: string | null | undefined;
};

export type RegisterOrganisationInput = {
  city?: string | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  established?: number | null | undefined;
  /** Any text of 8 to 255 characters that is new for each registration; a repeat changes nothing. */
  idempotencyKey: string;
  lookingFor?: string | null | undefined;
  name: string;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  /** A code of the vocabulary region. */
  region?: string | null | undefined;
  /** The number in the register of companies. */
  registerNumber?: string | null | undefined;
  /** The ROR identifier, such as 03yrm5c26. */
  rorId?: string | null | undefined;
  /** A code of the vocabulary sector: companies only. */
  sector?: string | null | undefined;
  /** A code of the vocabulary segment: companies only. */
  segment?: string | null | undefined;
  /** micro, small, medium or large. */
  size?: string | null | undefined;
  summary?: string | null | undefined;
  /** Codes of the vocabulary topic, most important first. */
  topics?: Array<string> | null | undefined;
  /** A code of the vocabulary organisation-type. */
  type: string;
  website?: string | null | undefined;
};

export type RequestCheckInput = {
  /** Your organisation, to ask for it; left out, you ask as yourself. */
  asOrganisationId?: string | null | undefined;
  /** The opportunity it is about: alone, to answer it; with a receiver, to offer your own. */
  opportunityId?: string | null | undefined;
  /** The person to ask. Leave it out to ask who offers the opportunity. */
  toAcademicId?: string | null | undefined;
  /** The organisation to ask. */
  toOrganisationId?: string | null | undefined;
};

export type RequestTermsInput = {
  /** The share of full time, above 0 and up to 1. */
  fte?: number | null | undefined;
  /** Who would pay, and how; at most 500 characters. */
  funding?: string | null | undefined;
  lengthMonths?: number | null | undefined;
  /** At most 1,000 characters. */
  note?: string | null | undefined;
  /** on-site, hybrid or remote. */
  placeMode?: string | null | undefined;
  /** YYYY-MM-DD. */
  startsOn?: string | null | undefined;
};

export type ReviewCollaborationInput = {
  again: boolean;
  collaborationId: string;
  text: string;
};

export type SaveAgreementStepInput = {
  agreementId: string;
  /** Whether it is done. */
  done: boolean;
  /** The target day, as YYYY-MM-DD; empty for none. */
  dueOn?: string | null | undefined;
  step: string;
};

export type SaveHeadsOfTermsInput = {
  id: string;
  /** At most 30. */
  sections: Array<HeadsOfTermsSectionInput>;
  version: number;
};

export type SaveMentorInput = {
  /** What you did with industry, in 20 to 600 characters. */
  experience: string;
  /** Codes of mentorGrounds: what you have done, at least one. */
  grounds: Array<string>;
  /** What you can help with, in 20 to 600 characters. */
  helpWith: string;
  /** How many open questions you take at a time, 1 to 20. */
  mostOpen: number;
  /** Codes of the vocabulary sector. */
  sectors: Array<string>;
};

export type SaveMobilityInput = {
  /** to-industry or to-academia. */
  direction: string;
  /** YYYY-MM-DD. */
  endedOn?: string | null | undefined;
  /** Of one that is changed. */
  id?: string | null | undefined;
  organisation: string;
  /** Whether everybody who sees the profile sees it too. */
  shown: boolean;
  /** YYYY-MM-DD. */
  startedOn: string;
  what: string;
};

export type SavePolicyPackInput = {
  /** The newest version that was read; 0 where there is none. */
  after: number;
  /** The name of a funder. */
  funder?: string | null | undefined;
  /** Any text of 8 to 255 characters that is new for each new version; a repeat changes nothing. */
  idempotencyKey: string;
  organisationId?: string | null | undefined;
  /** Whether it is published; a draft holds nowhere. */
  publish: boolean;
  rules: Array<PolicyRuleInput>;
  /** The first day on which it holds, as YYYY-MM-DD. */
  validFrom: string;
};

export type SaveRequestDraftInput = {
  /** Whether you know of the conditions that are not met. */
  acknowledgeMismatch?: boolean | null | undefined;
  /** Your organisation, to ask for it; left out, you ask as yourself. */
  asOrganisationId?: string | null | undefined;
  /** A UUID that you make for the draft; the same one saves over it. */
  id: string;
  /** Whether the receiver may pass it on; left out, they may. */
  mayBeReferred?: boolean | null | undefined;
  /** The opportunity it is about: alone, to answer it; with a receiver, to offer your own. */
  opportunityId?: string | null | undefined;
  reason?: string | null | undefined;
  terms?: RequestTermsInput | null | undefined;
  /** The person to ask. Leave it out to ask who offers the opportunity. */
  toAcademicId?: string | null | undefined;
  /** The organisation to ask. */
  toOrganisationId?: string | null | undefined;
  type?: string | null | undefined;
};

export type SaveSearchInput = {
  /** weekly, fortnightly, four-weekly or off. */
  cadence: string;
  filters: Array<SavedFilterInput>;
  /** Made by the caller: a repeat with the same key saves nothing twice. */
  idempotencyKey: string;
  /** academics, organisations or opportunities. */
  kind: string;
  /** What you call it: up to 120 characters. */
  name: string;
  query?: string | null | undefined;
};

/** A plan, to be kept. */
export type SaveTrainingPlanInput = {
  facts: TrainingPlanInput;
  form?: Array<FormValueInput> | null | undefined;
  /** Left out, it is a new plan. */
  id?: string | null | undefined;
  /** Any text of 8 to 255 characters that is new for each new plan; a repeat changes nothing. */
  idempotencyKey: string;
  /** At most 120 characters. */
  name: string;
  /** With an id: the version that was read. */
  version?: number | null | undefined;
};

export type SavedFilterInput = {
  /** The name of a field of the filter of this kind of list. */
  name: string;
  values: Array<string>;
};

export type SearchInVainInput = {
  filters: Array<SavedFilterInput>;
  /** academics, organisations or opportunities. */
  kind: string;
  query?: string | null | undefined;
};

export type SendRequestInput = {
  /** That you know of the conditions that are not met, and ask all the same. */
  acknowledgeMismatch?: boolean;
  /** Your organisation, to ask for it; left out, you ask as yourself. */
  asOrganisationId?: string | null | undefined;
  /** The draft that this was written in; it is removed. */
  draftId?: string | null | undefined;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** Whether the receiver may pass it on to a colleague. */
  mayBeReferred?: boolean;
  /** The opportunity it is about: alone, to answer it; with a receiver, to offer your own. */
  opportunityId?: string | null | undefined;
  /** Why you ask, in 50 to 600 characters. */
  reason: string;
  terms?: RequestTermsInput | null | undefined;
  /** The person to ask. Leave it out to ask who offers the opportunity. */
  toAcademicId?: string | null | undefined;
  /** The organisation to ask. */
  toOrganisationId?: string | null | undefined;
  /** A code of the vocabulary engagement-type. */
  type: string;
};

export type SignRequestNdaInput = {
  /** A code of the capacities of ndaUndertaking. */
  capacity: string;
  /** The request. */
  id: string;
  /** Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing. */
  idempotencyKey: string;
  /** The organisation that it binds, where it binds one. */
  organisation?: string | null | undefined;
  /** In which role, at most 200 characters. */
  role: string;
  /** Who has signed, at most 200 characters. */
  signatory: string;
  /** The day of the signature, as YYYY-MM-DD. */
  signedOn: string;
  /** The version of the text that was signed, as ndaUndertaking gives it. */
  version: string;
};

/** What somebody wants to do. */
export type TrainingPlanInput = {
  /** Whether the time is to count towards training. */
  countsToTraining?: boolean;
  /** The last day, as YYYY-MM-DD. */
  endsOn: string;
  finalYear?: boolean;
  firstYear?: boolean;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  /** The next annual review (ARCP), as YYYY-MM-DD. */
  nextArcpOn?: string | null | undefined;
  /** A code of the vocabulary profession. */
  profession: string;
  /** industry-post, research, training, experience, patient-facing, other-interests. */
  purpose: string;
  /** A training region, or a code of the vocabulary region. */
  region?: string | null | undefined;
  /** The first day, as YYYY-MM-DD. */
  startsOn: string;
  /** A code of the vocabulary training-status. */
  trainingStatus: string;
  visaSponsored?: boolean;
};

export type UpdateAcademicInput = {
  /** YYYY-MM-DD. */
  availableFrom?: string | null | undefined;
  /** The share of full time, 0 to 1. */
  availableFte?: number | null | undefined;
  /** A code of the vocabulary career-stage. */
  careerStage?: string | null | undefined;
  city?: string | null | undefined;
  employerId?: string | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  familyName?: string | null | undefined;
  fieldVisibility?: Array<FieldVisibilityInput> | null | undefined;
  givenName?: string | null | undefined;
  honorific?: string | null | undefined;
  id: string;
  industryExperience?: string | null | undefined;
  jobTitle?: string | null | undefined;
  methods?: Array<string> | null | undefined;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  offer?: string | null | undefined;
  /** on-site, hybrid or remote. */
  placeMode?: string | null | undefined;
  /** A code of the vocabulary profession. */
  profession?: string | null | undefined;
  /** A code of the vocabulary region. */
  region?: string | null | undefined;
  /** The number in the regulator’s register. Never shown to others. */
  registrationNumber?: string | null | undefined;
  /** A code of the vocabulary regulator. */
  regulator?: string | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  specialty?: string | null | undefined;
  summary?: string | null | undefined;
  /** Codes of the vocabulary topic, most important first. */
  topics?: Array<string> | null | undefined;
  /** A code of the vocabulary training-status. */
  trainingStatus?: string | null | undefined;
  universityId?: string | null | undefined;
  /** The version that was read. */
  version: number;
  /** public, members or hidden. */
  visibility?: string | null | undefined;
  want?: string | null | undefined;
  workingStyle?: string | null | undefined;
  /** All works, in the order in which they are shown. */
  works?: Array<WorkInput> | null | undefined;
};

export type UpdateOpportunityInput = {
  /** Keep hidden who is behind it; revealAfter says until when. */
  blind?: boolean | null | undefined;
  /** Codes of the vocabulary career-stage. */
  careerStages?: Array<string> | null | undefined;
  city?: string | null | undefined;
  /** The last day to ask, as YYYY-MM-DD. */
  deadline?: string | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  /** With one of these it is no match. */
  exclude?: Array<CriterionInput> | null | undefined;
  /** The share of full time, 0 to 1. */
  fte?: number | null | undefined;
  funding?: string | null | undefined;
  id: string;
  lengthMonths?: number | null | undefined;
  /** Without these it is no match. */
  mustHave?: Array<CriterionInput> | null | undefined;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  niceToHave?: Array<CriterionInput> | null | undefined;
  /** A code of the vocabulary engagement-type. */
  opportunityType?: string | null | undefined;
  /** on-site, hybrid or remote. */
  placeMode?: string | null | undefined;
  /** Codes of the vocabulary profession. */
  professions?: Array<string> | null | undefined;
  /** A code of the vocabulary region. */
  region?: string | null | undefined;
  /** Of a blind one: acceptance, or nda to wait for a signed confidentiality undertaking as well; nda unless it is said. */
  revealAfter?: string | null | undefined;
  /** Codes of the vocabulary sector. */
  sectors?: Array<string> | null | undefined;
  /** YYYY-MM-DD. */
  startsOn?: string | null | undefined;
  summary?: string | null | undefined;
  text?: string | null | undefined;
  title?: string | null | undefined;
  /** Codes of the vocabulary topic, most important first. */
  topics?: Array<string> | null | undefined;
  /** The version that was read. */
  version: number;
};

export type UpdateOrganisationInput = {
  city?: string | null | undefined;
  /** Codes of the vocabulary engagement-type. */
  engagementTypes?: Array<string> | null | undefined;
  established?: number | null | undefined;
  id: string;
  lookingFor?: string | null | undefined;
  name?: string | null | undefined;
  /** A code of the vocabulary nation. */
  nation?: string | null | undefined;
  /** A code of the vocabulary region. */
  region?: string | null | undefined;
  /** The number in the register of companies. */
  registerNumber?: string | null | undefined;
  /** The ROR identifier, such as 03yrm5c26. */
  rorId?: string | null | undefined;
  /** A code of the vocabulary sector: companies only. */
  sector?: string | null | undefined;
  /** A code of the vocabulary segment: companies only. */
  segment?: string | null | undefined;
  /** micro, small, medium or large. */
  size?: string | null | undefined;
  summary?: string | null | undefined;
  /** Codes of the vocabulary topic, most important first. */
  topics?: Array<string> | null | undefined;
  /** The version that was read. */
  version: number;
  /** public, members or hidden. */
  visibility?: string | null | undefined;
  website?: string | null | undefined;
};

export type WorkInput = {
  abstract?: string | null | undefined;
  featured?: boolean | null | undefined;
  identifier?: string | null | undefined;
  /** publication, trial, product or other. */
  kind: string;
  title: string;
  venue?: string | null | undefined;
  year?: number | null | undefined;
};

export type AcademicSummaryFragment = { id: string, name: string, jobTitle: string | null, claimed: boolean, summary: string, profession: { label: string } | null, careerStage: { code: string, label: string } | null, employer: { id: string, name: string } | null, university: { id: string, name: string } | null, place: { city: string | null, region: { label: string } | null }, topics: Array<{ code: string, label: string }>, engagementTypes: Array<{ code: string, label: string }>, availability: { from: string | null, fte: number | null, placeMode: string | null } } & { ' $fragmentName'?: 'AcademicSummaryFragment' };

export type FindAcademicsQueryVariables = Exact<{
  query?: string | null | undefined;
  filter?: AcademicFilter | null | undefined;
  sort?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FindAcademicsQuery = { found: { totalCount: number, degraded: boolean, tookMs: number, pageInfo: { startCursor: string | null }, facets: Array<{ ' $fragmentRefs'?: { 'FacetCountsFragment': FacetCountsFragment } }>, understood: { brief: boolean, topics: Array<{ code: string, label: string }>, replaced: Array<{ code: string, successor: string }> }, relaxations: Array<{ filter: string, label: string, totalCount: number }>, edges: Array<{ highlights: Array<{ field: string, html: string }>, match: { ' $fragmentRefs'?: { 'FitFragment': FitFragment } } | null, node: { ' $fragmentRefs'?: { 'AcademicSummaryFragment': AcademicSummaryFragment } } }> } };

export type CountAcademicsQueryVariables = Exact<{
  query?: string | null | undefined;
  filter?: AcademicFilter | null | undefined;
}>;


export type CountAcademicsQuery = { found: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'AcademicSummaryFragment': AcademicSummaryFragment } }> } };

export type AcademicProfileQueryVariables = Exact<{
  id: string;
}>;


export type AcademicProfileQuery = { academic: { id: string, version: number, name: string, honorific: string | null, givenName: string, familyName: string, jobTitle: string | null, claimed: boolean, orcid: string | null, orcidAuthenticated: boolean, source: string, updatedAt: string, specialty: string | null, summary: string, offer: string, want: string, workingStyle: string, industryExperience: string, methods: Array<string>, profession: { code: string, label: string } | null, careerStage: { label: string } | null, trainingStatus: { code: string, label: string } | null, employer: { id: string, name: string } | null, university: { id: string, name: string } | null, place: { city: string | null, country: string | null, region: { label: string } | null, nation: { label: string } | null }, availability: { from: string | null, fte: number | null, placeMode: string | null }, topics: Array<{ code: string, label: string, synonyms: Array<string> }>, engagementTypes: Array<{ code: string, label: string }>, sectors: Array<{ code: string, label: string }>, works: Array<{ id: string, kind: string, title: string, abstract: string, year: number | null, venue: string | null, identifier: string | null, featured: boolean }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { accountId: string, name: string, email: string, emailVerified: boolean, platformRole: string, secondFactor: boolean, academic: { id: string, name: string } | null, memberships: Array<{ role: string, organisation: { id: string, name: string, type: { code: string } } }> } | null };

export type OrganisationsToVerifyQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganisationsToVerifyQuery = { organisationsAwaitingVerification: Array<{ id: string, name: string, website: string | null, registerNumber: string | null, rorId: string | null, verification: string, updatedAt: string, type: { label: string }, place: { city: string | null, country: string | null } }> };

export type VerifyOrganisationMutationVariables = Exact<{
  organisationId: string;
  verification: string;
  evidence: string;
}>;


export type VerifyOrganisationMutation = { verifyOrganisation: { id: string, verification: string } };

export type ClaimsToReviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ClaimsToReviewQuery = { claimsAwaitingReview: Array<{ ' $fragmentRefs'?: { 'ClaimLineFragment': ClaimLineFragment } }> };

export type ClaimedProfileQueryVariables = Exact<{
  id: string;
}>;


export type ClaimedProfileQuery = { academic: { id: string, name: string, jobTitle: string | null } };

export type DecideClaimMutationVariables = Exact<{
  claimId: string;
  grant: boolean;
  reason: string;
}>;


export type DecideClaimMutation = { decideClaim: { id: string, state: string } };

export type IndexRebuildsQueryVariables = Exact<{ [key: string]: never; }>;


export type IndexRebuildsQuery = { indexRebuilds: Array<{ kind: string, state: string, loaded: number, total: number, startedAt: string, endedAt: string | null }> };

export type RebuildIndexMutationVariables = Exact<{
  kind: string;
}>;


export type RebuildIndexMutation = { rebuildIndex: { kind: string, state: string } };

export type ExposureMeasurementsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExposureMeasurementsQuery = { exposureMeasurements: Array<{ id: string, state: string, weightsEdition: string | null, createdAt: string, lists: number, people: number, places: number, neverShown: number, placesOfMostShown: number, groups: Array<{ grouping: string, label: string, people: number, places: number, ratio: number | null }> }> };

export type MeasureExposureMutationVariables = Exact<{ [key: string]: never; }>;


export type MeasureExposureMutation = { measureExposure: boolean };

export type TopicTreeQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicTreeQuery = { topicTree: Array<{ code: string, label: string, depth: number, parent: string | null, synonyms: Array<string>, source: string, academics: number, organisations: number, opportunities: number, added: Array<{ id: string, synonym: string, source: string, addedBy: string | null, createdAt: string }> }> };

export type TopicMergesQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicMergesQuery = { topicMerges: Array<{ id: string, topic: string, label: string, successor: string, successorLabel: string, reason: string, mergedBy: string | null, createdAt: string, moved: number, undoUntil: string | null, undoneAt: string | null, kept: number | null }> };

export type TopicWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicWordsQuery = { topicWords: Array<{ term: string, searches: number, suggestions: Array<string> }> };

export type AddTopicSynonymMutationVariables = Exact<{
  input: AddTopicSynonymInput;
}>;


export type AddTopicSynonymMutation = { addTopicSynonym: { id: string } };

export type RemoveTopicSynonymMutationVariables = Exact<{
  id: string;
}>;


export type RemoveTopicSynonymMutation = { removeTopicSynonym: boolean };

export type SetTopicWordAsideMutationVariables = Exact<{
  term: string;
}>;


export type SetTopicWordAsideMutation = { setTopicWordAside: boolean };

export type MergeTopicsMutationVariables = Exact<{
  input: MergeTopicsInput;
}>;


export type MergeTopicsMutation = { mergeTopics: { id: string, moved: number } };

export type UndoTopicMergeMutationVariables = Exact<{
  id: string;
}>;


export type UndoTopicMergeMutation = { undoTopicMerge: { id: string, kept: number | null } };

export type AgreementSourceFragment = { title: string, url: string | null, sourced: boolean } & { ' $fragmentName'?: 'AgreementSourceFragment' };

export type AgreementKindPartsFragment = { code: string, label: string, text: string | null, unmodified: boolean, signatories: Array<string>, source: { ' $fragmentRefs'?: { 'AgreementSourceFragment': AgreementSourceFragment } } } & { ' $fragmentName'?: 'AgreementKindPartsFragment' };

export type AgreementNavigatorQueryVariables = Exact<{
  answers: Array<AgreementAnswerInput> | AgreementAnswerInput;
  startsOn?: string | null | undefined;
}>;


export type AgreementNavigatorQuery = { agreementNavigator: { complete: boolean, countedYes: number | null, undecided: string | null, questions: Array<{ code: string, text: string, help: string | null, group: string | null, answer: string | null, options: Array<{ value: string, label: string }>, source: { ' $fragmentRefs'?: { 'AgreementSourceFragment': AgreementSourceFragment } } }>, recommended: { reason: string, kind: { ' $fragmentRefs'?: { 'AgreementKindPartsFragment': AgreementKindPartsFragment } }, source: { ' $fragmentRefs'?: { 'AgreementSourceFragment': AgreementSourceFragment } } } | null, beside: Array<{ reason: string, kind: { code: string, label: string }, source: { ' $fragmentRefs'?: { 'AgreementSourceFragment': AgreementSourceFragment } } }>, alternatives: Array<{ reason: string, kind: { code: string, label: string, text: string | null }, source: { ' $fragmentRefs'?: { 'AgreementSourceFragment': AgreementSourceFragment } } }>, steps: Array<{ label: string, ownerLabel: string, dueOn: string | null, late: boolean, source: { ' $fragmentRefs'?: { 'AgreementSourceFragment': AgreementSourceFragment } } }> } };

export type AgreementPartsFragment = { id: string, version: number, state: string, termsChanged: boolean, actions: Array<string>, signedOn: string | null, kind: { ' $fragmentRefs'?: { 'AgreementKindPartsFragment': AgreementKindPartsFragment } }, sections: Array<{ code: string, title: string, text: string }>, signatures: Array<{ side: string, signatory: string, role: string, signedOn: string }>, steps: Array<{ code: string, label: string, ownerLabel: string, dueOn: string | null, doneOn: string | null, late: boolean }>, file: { id: string, name: string } | null } & { ' $fragmentName'?: 'AgreementPartsFragment' };

export type AgreementsQueryVariables = Exact<{
  collaborationId: string;
}>;


export type AgreementsQuery = { agreements: Array<{ ' $fragmentRefs'?: { 'AgreementPartsFragment': AgreementPartsFragment } }> };

export type DraftAgreementMutationVariables = Exact<{
  input: DraftAgreementInput;
}>;


export type DraftAgreementMutation = { draftAgreement: { id: string } };

export type SaveHeadsOfTermsMutationVariables = Exact<{
  input: SaveHeadsOfTermsInput;
}>;


export type SaveHeadsOfTermsMutation = { saveHeadsOfTerms: { ' $fragmentRefs'?: { 'AgreementPartsFragment': AgreementPartsFragment } } };

export type MoveAgreementMutationVariables = Exact<{
  input: MoveAgreementInput;
}>;


export type MoveAgreementMutation = { moveAgreement: { ' $fragmentRefs'?: { 'AgreementPartsFragment': AgreementPartsFragment } } };

export type RecordSignatureMutationVariables = Exact<{
  input: RecordSignatureInput;
}>;


export type RecordSignatureMutation = { recordSignature: { ' $fragmentRefs'?: { 'AgreementPartsFragment': AgreementPartsFragment } } };

export type SaveAgreementStepMutationVariables = Exact<{
  input: SaveAgreementStepInput;
}>;


export type SaveAgreementStepMutation = { saveAgreementStep: { ' $fragmentRefs'?: { 'AgreementPartsFragment': AgreementPartsFragment } } };

export type CollaborationDocumentsQueryVariables = Exact<{
  collaborationId: string;
}>;


export type CollaborationDocumentsQuery = { collaborationDocuments: Array<{ id: string, seriesId: string, number: number, title: string, restricted: boolean, side: string, mine: boolean, opens: boolean, createdAt: string, file: { id: string, name: string, size: number } | null, views: Array<{ person: string | null, at: string }> }> };

export type AddDocumentMutationVariables = Exact<{
  input: AddDocumentInput;
}>;


export type AddDocumentMutation = { addDocument: { id: string } };

export type RestrictDocumentMutationVariables = Exact<{
  id: string;
  restricted: boolean;
}>;


export type RestrictDocumentMutation = { restrictDocument: { id: string } };

export type RemoveDocumentMutationVariables = Exact<{
  id: string;
}>;


export type RemoveDocumentMutation = { removeDocument: boolean };

export type CollaborationRowFragment = { id: string, version: number, title: string, state: string, heldState: string | null, status: string, role: string, actions: Array<string>, mayWork: boolean, mayLead: boolean, movedAt: string, createdAt: string, unread: number, myOpenTasks: number, nextOn: string | null, nextWhat: string | null, sides: Array<{ side: string, kind: string, id: string, name: string, mine: boolean }> } & { ' $fragmentName'?: 'CollaborationRowFragment' };

export type TermsFragment = { number: number, oopType: string | null, fte: number | null, daysPerYear: number | null, startsOn: string | null, endsOn: string | null, placeMode: string | null, place: string | null, paidBy: string | null, payRoute: string | null, backfill: string | null, rightToReturn: boolean | null, returnsOn: string | null, countsToTraining: boolean | null, honoraryContract: boolean | null, note: string | null, createdAt: string, type: { code: string, label: string } } & { ' $fragmentName'?: 'TermsFragment' };

export type CollaborationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<string> | string | null | undefined;
}>;


export type CollaborationsQuery = { collaborations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'CollaborationRowFragment': CollaborationRowFragment } }> } };

export type CollaborationPageQueryVariables = Exact<{
  id: string;
}>;


export type CollaborationPageQuery = { collaboration: (
    { requestId: string | null, followsId: string | null, opportunityId: string | null, termsNumber: number, obstacles: Array<{ code: string, sentence: string, fix: string }>, terms: { ' $fragmentRefs'?: { 'TermsFragment': TermsFragment } }, termsHistory: Array<{ ' $fragmentRefs'?: { 'TermsFragment': TermsFragment } }>, people: Array<{ accountId: string, name: string, side: string, role: string, joinedAt: string }>, events: Array<{ id: string, action: string, from: string | null, to: string | null, side: string | null, person: string | null, about: string | null, note: string | null, createdAt: string }>, invitations: Array<{ id: string, email: string, role: string }>, tasks: Array<{ id: string, version: number, title: string, note: string | null, ownerId: string | null, owner: string | null, dueOn: string | null, source: string | null, doneAt: string | null, doneBy: string | null }>, messages: Array<{ id: string, number: number, person: string | null, mine: boolean, text: string, createdAt: string }> }
    & { ' $fragmentRefs'?: { 'CollaborationRowFragment': CollaborationRowFragment } }
  ) };

export type PairHistoryQueryVariables = Exact<{
  id: string;
}>;


export type PairHistoryQuery = { pairHistory: Array<{ kind: string, id: string, title: string, status: string, from: string, until: string | null, mayOpen: boolean }> };

export type MyCollaborationWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCollaborationWorkQuery = { myCollaborationInvitations: Array<{ id: string, sideName: string, inviter: string | null, role: string }> };

export type AnswerCollaborationInvitationMutationVariables = Exact<{
  id: string;
  accept: boolean;
}>;


export type AnswerCollaborationInvitationMutation = { answerCollaborationInvitation: string };

export type AddCollaborationPersonMutationVariables = Exact<{
  input: AddCollaborationPersonInput;
}>;


export type AddCollaborationPersonMutation = { addCollaborationPerson: { id: string } };

export type ChangeCollaborationRoleMutationVariables = Exact<{
  input: ChangeCollaborationRoleInput;
}>;


export type ChangeCollaborationRoleMutation = { changeCollaborationRole: { id: string } };

export type RemoveCollaborationPersonMutationVariables = Exact<{
  id: string;
  accountId: string;
}>;


export type RemoveCollaborationPersonMutation = { removeCollaborationPerson: boolean };

export type CancelCollaborationInvitationMutationVariables = Exact<{
  id: string;
}>;


export type CancelCollaborationInvitationMutation = { cancelCollaborationInvitation: { id: string } };

export type AddCollaborationTaskMutationVariables = Exact<{
  input: AddCollaborationTaskInput;
}>;


export type AddCollaborationTaskMutation = { addCollaborationTask: { id: string } };

export type ChangeCollaborationTaskMutationVariables = Exact<{
  input: ChangeCollaborationTaskInput;
}>;


export type ChangeCollaborationTaskMutation = { changeCollaborationTask: { id: string } };

export type OrderCollaborationTasksMutationVariables = Exact<{
  id: string;
  taskIds: Array<string> | string;
}>;


export type OrderCollaborationTasksMutation = { orderCollaborationTasks: { id: string } };

export type FinishCollaborationTaskMutationVariables = Exact<{
  taskId: string;
  done: boolean;
}>;


export type FinishCollaborationTaskMutation = { finishCollaborationTask: { id: string } };

export type RemoveCollaborationTaskMutationVariables = Exact<{
  taskId: string;
}>;


export type RemoveCollaborationTaskMutation = { removeCollaborationTask: { id: string } };

export type PostCollaborationMessageMutationVariables = Exact<{
  input: PostCollaborationMessageInput;
}>;


export type PostCollaborationMessageMutation = { postCollaborationMessage: { id: string } };

export type MarkCollaborationReadMutationVariables = Exact<{
  id: string;
  upTo?: number | null | undefined;
}>;


export type MarkCollaborationReadMutation = { markCollaborationRead: { id: string, unread: number } };

export type SetNextDateMutationVariables = Exact<{
  input: NextDateInput;
}>;


export type SetNextDateMutation = { setNextDate: { id: string } };

export type StartFollowUpMutationVariables = Exact<{
  id: string;
}>;


export type StartFollowUpMutation = { startFollowUp: { id: string } };

export type MoveCollaborationMutationVariables = Exact<{
  input: MoveCollaborationInput;
}>;


export type MoveCollaborationMutation = { moveCollaboration: { ' $fragmentRefs'?: { 'CollaborationRowFragment': CollaborationRowFragment } } };

export type ChangeTermsMutationVariables = Exact<{
  input: ChangeTermsInput;
}>;


export type ChangeTermsMutation = { changeTerms: { ' $fragmentRefs'?: { 'TermsFragment': TermsFragment } } };

export type ComparedAcademicFragment = { id: string, name: string, jobTitle: string | null, employer: { name: string } | null, place: { city: string | null, region: { label: string } | null }, profession: { label: string } | null, careerStage: { label: string } | null, availability: { from: string | null, fte: number | null, placeMode: string | null }, topics: Array<{ code: string, label: string }>, engagementTypes: Array<{ label: string }>, sectors: Array<{ label: string }>, works: Array<{ kind: string }> } & { ' $fragmentName'?: 'ComparedAcademicFragment' };

export type ComparedOneQueryVariables = Exact<{
  id: string;
}>;


export type ComparedOneQuery = { academic: { ' $fragmentRefs'?: { 'ComparedAcademicFragment': ComparedAcademicFragment } } };

export type CreateOpportunityMutationVariables = Exact<{
  input: CreateOpportunityInput;
}>;


export type CreateOpportunityMutation = { opportunity: { id: string, version: number, state: string } };

export type UpdateOpportunityMutationVariables = Exact<{
  input: UpdateOpportunityInput;
}>;


export type UpdateOpportunityMutation = { opportunity: { id: string, version: number, state: string } };

export type PublishOpportunityMutationVariables = Exact<{
  id: string;
}>;


export type PublishOpportunityMutation = { opportunity: { id: string, state: string } };

export type CloseOpportunityMutationVariables = Exact<{
  id: string;
}>;


export type CloseOpportunityMutation = { opportunity: { id: string, state: string } };

export type BlindCheckQueryVariables = Exact<{
  text: string;
  names: Array<string> | string;
}>;


export type BlindCheckQuery = { blindProblem: { found: string, kind: string } | null };

export type AboutHowManyQueryVariables = Exact<{
  filter?: AcademicFilter | null | undefined;
}>;


export type AboutHowManyQuery = { academics: { totalCount: number, relaxations: Array<{ filter: string, label: string, totalCount: number }>, nodes: Array<{ id: string, name: string, jobTitle: string | null }> } };

export type WaitingForMeQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingForMeQuery = { waitingForMe: Array<{ key: string, title: string, detail: string | null, dueAt: string | null, since: string, path: string }>, interestStanding: { due: boolean, confirmBy: string | null }, received: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'RequestRowFragment': RequestRowFragment } }> }, sent: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'RequestRowFragment': RequestRowFragment } }> }, requestDrafts: Array<{ id: string, type: string | null, reason: string | null, updatedAt: string, toAcademicId: string | null, toOrganisationId: string | null, opportunityId: string | null }>, myInvitations: Array<{ ' $fragmentRefs'?: { 'InvitationLineFragment': InvitationLineFragment } }>, myOpportunities: Array<{ id: string, title: string, state: string }> };

export type BestMatchesQueryVariables = Exact<{
  for: MatchSubject;
  find?: string | null | undefined;
}>;


export type BestMatchesQuery = { matches: { totalCount: number, nodes: Array<{ kind: string, rank: number | null, eligible: boolean, sentence: string, academic: { id: string, name: string, jobTitle: string | null } | null, organisation: { id: string, name: string } | null, opportunity: { id: string, title: string } | null, sharedTopics: Array<{ code: string, label: string }> }> } };

export type ActivityQueryVariables = Exact<{ [key: string]: never; }>;


export type ActivityQuery = { requestActivity: { days: number, lately: { received: number, sent: number, answered: number, accepted: number, hoursToAnswer: number | null }, before: { received: number, sent: number, answered: number, accepted: number, hoursToAnswer: number | null } }, profileViews: { recorded: boolean | null, days: number, lately: number, before: number, others: number, companies: Array<{ days: number, lastOn: string, organisation: { id: string, name: string } }> } };

export type DeclarationTermLineFragment = { code: string, label: string, detail: string, source: string, sourced: boolean } & { ' $fragmentName'?: 'DeclarationTermLineFragment' };

export type DeclarationTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeclarationTermsQuery = { declarationTerms: { categories: Array<{ ' $fragmentRefs'?: { 'DeclarationTermLineFragment': DeclarationTermLineFragment } }>, situations: Array<{ ' $fragmentRefs'?: { 'DeclarationTermLineFragment': DeclarationTermLineFragment } }>, valueBands: Array<{ ' $fragmentRefs'?: { 'DeclarationTermLineFragment': DeclarationTermLineFragment } }>, mitigations: Array<{ ' $fragmentRefs'?: { 'DeclarationTermLineFragment': DeclarationTermLineFragment } }>, visibilities: Array<{ ' $fragmentRefs'?: { 'DeclarationTermLineFragment': DeclarationTermLineFragment } }>, transferCategories: Array<{ code: string, label: string, detail: string, source: string, sourced: boolean, recipients: Array<string>, aggregateOnly: boolean }> } };

export type InterestLineFragment = { id: string, version: number, ownerName: string, ownerAcademicId: string | null, role: string, actions: Array<string>, nothing: boolean, category: string | null, situation: string | null, organisationId: string | null, counterparty: string | null, description: string, valueBand: string | null, startsOn: string | null, endsOn: string | null, declaredOn: string, confirmedOn: string, confirmBy: string | null, mitigation: string, mitigationNote: string | null, reviewOn: string | null, visibility: string, state: string } & { ' $fragmentName'?: 'InterestLineFragment' };

export type MyInterestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<string> | string | null | undefined;
}>;


export type MyInterestsQuery = { myInterests: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'InterestLineFragment': InterestLineFragment } }> } };

export type InterestStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type InterestStandingQuery = { interestStanding: { current: number, nothing: boolean, confirmBy: string | null, due: boolean } };

export type InterestHistoryQueryVariables = Exact<{
  id: string;
}>;


export type InterestHistoryQuery = { interest: { id: string, history: Array<{ action: string, by: string, at: string, fields: Array<{ field: string, before: string | null, after: string | null }> }> } };

export type InterestSuggestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type InterestSuggestionsQuery = { interestSuggestions: Array<{ organisationId: string, counterparty: string, category: string, situation: string, evidence: Array<{ kind: string, label: string, text: string }> }> };

export type DeclarationsForQueryVariables = Exact<{
  collaborationId: string;
}>;


export type DeclarationsForQuery = { declarationsFor: Array<{ ' $fragmentRefs'?: { 'InterestLineFragment': InterestLineFragment } }> };

export type InterestRegisterQueryVariables = Exact<{
  organisationId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type InterestRegisterQuery = { interestRegister: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'InterestLineFragment': InterestLineFragment } }> } };

export type DeclareInterestMutationVariables = Exact<{
  input: DeclareInterestInput;
}>;


export type DeclareInterestMutation = { declareInterest: { id: string } };

export type ChangeInterestMutationVariables = Exact<{
  input: ChangeInterestInput;
}>;


export type ChangeInterestMutation = { changeInterest: { id: string, version: number } };

export type DeclareNoInterestsMutationVariables = Exact<{ [key: string]: never; }>;


export type DeclareNoInterestsMutation = { declareNoInterests: { id: string } };

export type EndInterestMutationVariables = Exact<{
  id: string;
  endsOn: string;
}>;


export type EndInterestMutation = { endInterest: { id: string, state: string } };

export type WithdrawInterestMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type WithdrawInterestMutation = { withdrawInterest: { id: string, state: string } };

export type ConfirmInterestsMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ConfirmInterestsMutation = { confirmInterests: { confirmBy: string | null, due: boolean } };

export type MitigateInterestMutationVariables = Exact<{
  input: MitigateInterestInput;
}>;


export type MitigateInterestMutation = { mitigateInterest: { id: string, version: number } };

export type DismissInterestSuggestionMutationVariables = Exact<{
  organisationId: string;
  reason: string;
}>;


export type DismissInterestSuggestionMutation = { dismissInterestSuggestion: Array<{ organisationId: string }> };

export type TransferLineFragment = { id: string, version: number, organisationName: string, recipientKind: string, recipientName: string | null, academicId: string | null, actions: Array<string>, category: string, amountPence: number, paidOn: string, description: string, consent: string, consentAt: string, named: boolean, state: string, disputeReason: string | null } & { ' $fragmentName'?: 'TransferLineFragment' };

export type CompanyTransfersQueryVariables = Exact<{
  organisationId: string;
  year?: number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CompanyTransfersQuery = { companyTransfers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'TransferLineFragment': TransferLineFragment } }> } };

export type TransferYearQueryVariables = Exact<{
  organisationId: string;
  year: number;
}>;


export type TransferYearQuery = { transferYear: { year: number, years: Array<number>, categories: Array<{ category: string, transfers: number, pence: number, namedPence: number }> } };

export type TransfersToMeQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type TransfersToMeQuery = { transfersToMe: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'TransferLineFragment': TransferLineFragment } }> } };

export type TransfersToPeopleQueryVariables = Exact<{
  organisationId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TransfersToPeopleQuery = { transfersToPeople: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'TransferLineFragment': TransferLineFragment } }> } };

export type RecordTransferMutationVariables = Exact<{
  input: RecordTransferInput;
}>;


export type RecordTransferMutation = { recordTransfer: { id: string } };

export type CorrectTransferMutationVariables = Exact<{
  input: CorrectTransferInput;
}>;


export type CorrectTransferMutation = { correctTransfer: { id: string, version: number } };

export type DisputeTransferMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type DisputeTransferMutation = { disputeTransfer: { id: string, state: string } };

export type SetNamingConsentMutationVariables = Exact<{
  id: string;
  consent: string;
}>;


export type SetNamingConsentMutation = { setNamingConsent: { id: string, consent: string } };

export type PeopleLikeQueryVariables = Exact<{
  query: string;
}>;


export type PeopleLikeQuery = { academics: { nodes: Array<{ id: string, name: string, jobTitle: string | null }> } };

export type CitedRuleTextFragment = { id: string, text: string, source: string, sourceUrl: string | null, sourced: boolean } & { ' $fragmentName'?: 'CitedRuleTextFragment' };

export type GovernanceChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type GovernanceChoicesQuery = { governanceChoices: { trainingRegions: Array<{ code: string, label: string, nation: string }>, formFields: Array<{ code: string, label: string }>, policyKinds: Array<{ code: string, label: string, hint: string, scheme: string | null, needsCodes: boolean, amount: { label: string, min: number, max: number } | null }> } };

export type TrainingAdviceQueryVariables = Exact<{
  input: TrainingPlanInput;
}>;


export type TrainingAdviceQuery = { trainingAdvice: { route: string, returnsOn: string, note: string, routeRule: { ' $fragmentRefs'?: { 'CitedRuleTextFragment': CitedRuleTextFragment } } | null, suggestions: Array<{ code: string, label: string, fit: string, maxMonths: number | null, exceptionalMonths: number | null, approvers: Array<string>, decides: string, reasons: Array<{ text: string, rule: { ' $fragmentRefs'?: { 'CitedRuleTextFragment': CitedRuleTextFragment } } }>, effect: { text: string, rule: { ' $fragmentRefs'?: { 'CitedRuleTextFragment': CitedRuleTextFragment } } } }>, warnings: Array<{ code: string, level: string, text: string, fix: string, decides: string, rule: { ' $fragmentRefs'?: { 'CitedRuleTextFragment': CitedRuleTextFragment } } }>, timeline: Array<{ code: string, label: string, on: string, text: string, lateByDays: number | null, lastDay: string | null, rule: { ' $fragmentRefs'?: { 'CitedRuleTextFragment': CitedRuleTextFragment } } | null }> } };

export type TrainingCalendarQueryVariables = Exact<{
  input: TrainingPlanInput;
}>;


export type TrainingCalendarQuery = { file: { name: string, type: string, base64: string } };

export type SavedCalendarQueryVariables = Exact<{
  id: string;
}>;


export type SavedCalendarQuery = { trainingPlan: { file: { name: string, type: string, base64: string } } };

export type TrainingFormQueryVariables = Exact<{
  input: TrainingPlanInput;
  form?: Array<FormValueInput> | FormValueInput | null | undefined;
}>;


export type TrainingFormQuery = { file: { name: string, type: string, base64: string } };

export type TrainingPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainingPlansQuery = { trainingPlans: { nodes: Array<{ id: string, name: string, facts: { startsOn: string, endsOn: string } }> } };

export type SavedPlanFragment = { id: string, version: number, name: string, facts: { profession: string, trainingStatus: string, nation: string | null, region: string | null, firstYear: boolean, finalYear: boolean, startsOn: string, endsOn: string, purpose: string, visaSponsored: boolean, countsToTraining: boolean, nextArcpOn: string | null }, form: Array<{ code: string, value: string }> } & { ' $fragmentName'?: 'SavedPlanFragment' };

export type TrainingPlanQueryVariables = Exact<{
  id: string;
}>;


export type TrainingPlanQuery = { trainingPlan: { ' $fragmentRefs'?: { 'SavedPlanFragment': SavedPlanFragment } } };

export type SaveTrainingPlanMutationVariables = Exact<{
  input: SaveTrainingPlanInput;
}>;


export type SaveTrainingPlanMutation = { saveTrainingPlan: { id: string, version: number } };

export type DeleteTrainingPlanMutationVariables = Exact<{
  id: string;
}>;


export type DeleteTrainingPlanMutation = { deleteTrainingPlan: boolean };

export type PreCheckQueryVariables = Exact<{
  input: PreCheckInput;
}>;


export type PreCheckQuery = { preCheck: { overall: string, blocked: boolean, who: string | null, with: string | null, about: string | null, note: string, policies: Array<string>, notRead: Array<string>, engagementType: { code: string, label: string } | null, lines: Array<{ code: string, level: string, blocks: boolean, text: string, fix: string, decides: string, from: string, rule: { ' $fragmentRefs'?: { 'CitedRuleTextFragment': CitedRuleTextFragment } } }> } };

export type SavedPackFragment = { id: string, version: number, state: string, validFrom: string, inForce: boolean, createdAt: string, rules: Array<{ kind: string, label: string, effect: string, amount: number | null, note: string, sourceTitle: string, sourceUrl: string | null, terms: Array<{ code: string, label: string }> }> } & { ' $fragmentName'?: 'SavedPackFragment' };

export type PolicyPacksQueryVariables = Exact<{
  organisationId: string;
}>;


export type PolicyPacksQuery = { organisation: { id: string, name: string }, policyPacks: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'SavedPackFragment': SavedPackFragment } }> } };

export type FunderPolicyPacksQueryVariables = Exact<{
  funder: string;
}>;


export type FunderPolicyPacksQuery = { policyPacks: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'SavedPackFragment': SavedPackFragment } }> } };

export type PolicyFundersQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyFundersQuery = { policyFunders: Array<string> };

export type PolicyTrialQueryVariables = Exact<{
  input: PolicyTrialInput;
}>;


export type PolicyTrialQuery = { policyTrial: { people: number | null, requests: { total: number, ready: number, needsAttention: number, notAsItStands: number }, briefs: { total: number, ready: number, needsAttention: number, notAsItStands: number } } };

export type SavePolicyPackMutationVariables = Exact<{
  input: SavePolicyPackInput;
}>;


export type SavePolicyPackMutation = { savePolicyPack: { id: string, version: number, inForce: boolean } };

export type PlannerProfileQueryVariables = Exact<{
  id: string;
}>;


export type PlannerProfileQuery = { academic: { id: string, name: string, specialty: string | null, profession: { code: string } | null, trainingStatus: { code: string } | null, place: { region: { code: string } | null }, employer: { name: string } | null } };

export type DirectorySizeQueryVariables = Exact<{ [key: string]: never; }>;


export type DirectorySizeQuery = { academics: { totalCount: number }, organisations: { totalCount: number }, opportunities: { totalCount: number } };

export type InboxQueryVariables = Exact<{
  box: string;
  first: number;
  after?: string | null | undefined;
}>;


export type InboxQuery = { requests: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'RequestRowFragment': RequestRowFragment } }> } };

export type NewsQueryVariables = Exact<{ [key: string]: never; }>;


export type NewsQuery = { unreadCount: number, requestCounts: { approvals: number, received: { total: number, unread: number, replyDue: number }, sent: { total: number, unread: number, replyDue: number }, archived: { total: number, unread: number, replyDue: number } } };

export type NewestNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type NewestNotificationsQuery = { notifications: { totalCount: number, nodes: Array<{ id: string, title: string, kind: string, path: string | null, createdAt: string, readAt: string | null }> } };

export type MarkNotificationsReadMutationVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: number };

export type MarkRequestReadMutationVariables = Exact<{
  id: string;
  upTo?: number | null | undefined;
}>;


export type MarkRequestReadMutation = { markRequestRead: { id: string, unread: number } };

export type ArchiveRequestsMutationVariables = Exact<{
  ids: Array<string> | string;
  archived: boolean;
}>;


export type ArchiveRequestsMutation = { archiveRequests: Array<{ id: string, archived: boolean }> };

export type AcceptRequestMutationVariables = Exact<{
  id: string;
  note?: string | null | undefined;
}>;


export type AcceptRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type SignRequestNdaMutationVariables = Exact<{
  input: SignRequestNdaInput;
}>;


export type SignRequestNdaMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type DeclineRequestMutationVariables = Exact<{
  id: string;
  reason: string;
  note?: string | null | undefined;
}>;


export type DeclineRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type AskRequestMutationVariables = Exact<{
  id: string;
  question: string;
}>;


export type AskRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type AnswerRequestMutationVariables = Exact<{
  id: string;
  answer: string;
}>;


export type AnswerRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type ReferRequestMutationVariables = Exact<{
  id: string;
  toAcademicId: string;
  note?: string | null | undefined;
}>;


export type ReferRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type WithdrawRequestMutationVariables = Exact<{
  id: string;
  note?: string | null | undefined;
}>;


export type WithdrawRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type UndoRequestMutationVariables = Exact<{
  id: string;
}>;


export type UndoRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type ApproveRequestMutationVariables = Exact<{
  id: string;
  note?: string | null | undefined;
}>;


export type ApproveRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type RefuseRequestMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type RefuseRequestMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type PostRequestMessageMutationVariables = Exact<{
  input: PostRequestMessageInput;
}>;


export type PostRequestMessageMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type PickRequestTimeMutationVariables = Exact<{
  messageId: string;
  time: string;
}>;


export type PickRequestTimeMutation = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type DeclineReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeclineReasonsQuery = { declineReasons: Array<{ code: string, label: string, toSender: string }> };

export type FindColleagueQueryVariables = Exact<{
  query: string;
  first: number;
}>;


export type FindColleagueQuery = { academics: { nodes: Array<{ id: string, name: string, jobTitle: string | null }> } };

export type NdaUndertakingQueryVariables = Exact<{
  version?: string | null | undefined;
}>;


export type NdaUndertakingQuery = { ndaUndertaking: { version: string, title: string, source: string, notice: string, sections: Array<{ code: string, title: string, text: string }>, capacities: Array<{ code: string, label: string, text: string, organisation: boolean }>, facts: Array<{ text: string, source: string, url: string | null }> } };

export type IntroductionPathsQueryVariables = Exact<{
  toAcademicId?: string | null | undefined;
  toOrganisationId?: string | null | undefined;
}>;


export type IntroductionPathsQuery = { introductionPaths: { direct: Array<{ kind: string, works: Array<string> }>, paths: Array<{ middleId: string | null, middleName: string | null, first: { kind: string, works: Array<string> }, second: { kind: string, works: Array<string> } }> } };

export type AskForIntroductionMutationVariables = Exact<{
  input: AskForIntroductionInput;
}>;


export type AskForIntroductionMutation = { askForIntroduction: { id: string } };

export type IntroductionsQueryVariables = Exact<{
  role: string;
  first: number;
  after?: string | null | undefined;
}>;


export type IntroductionsQuery = { introductionChoice: boolean | null, introductions: { totalCount: number, nodes: Array<{ id: string, role: string, state: string, askerOrganisation: string | null, firstLink: string | null, secondLink: string, note: string, actions: Array<string>, contactEmail: string | null, openUntil: string | null, since: string, asker: { name: string, academicId: string | null }, middle: { name: string, academicId: string | null } | null, target: { name: string, academicId: string | null, organisationId: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ChooseIntroductionsMutationVariables = Exact<{
  available: boolean;
}>;


export type ChooseIntroductionsMutation = { chooseIntroductions: boolean };

export type ApproveIntroductionMutationVariables = Exact<{
  id: string;
  note: string;
}>;


export type ApproveIntroductionMutation = { approveIntroduction: { id: string } };

export type RefuseIntroductionMutationVariables = Exact<{
  id: string;
}>;


export type RefuseIntroductionMutation = { refuseIntroduction: { id: string } };

export type WithdrawIntroductionMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawIntroductionMutation = { withdrawIntroduction: { id: string } };

export type AnswerIntroductionMutationVariables = Exact<{
  id: string;
  accept: boolean;
}>;


export type AnswerIntroductionMutation = { answerIntroduction: { id: string } };

export type ExplainMatchQueryVariables = Exact<{
  a: MatchSubject;
  b: MatchSubject;
}>;


export type ExplainMatchQuery = { match: { kind: string, rank: number | null, eligible: boolean, ruledOutBy: Array<string>, score: number, sentence: string, missing: Array<string>, sharedTopics: Array<{ code: string, label: string }>, parts: Array<{ part: string, label: string, weight: number, value: number, points: number, unknown: boolean, reason: string, evidence: Array<{ text: string, source: string, dated: string | null }> }>, changes: Array<{ part: string, change: string, score: number, rank: number | null }>, academic: { id: string, name: string } | null, organisation: { id: string, name: string } | null, opportunity: { id: string, title: string } | null } };

export type MyMatchJudgementQueryVariables = Exact<{
  for: MatchSubject;
  with: MatchSubject;
}>;


export type MyMatchJudgementQuery = { myMatchJudgement: { id: string, relevant: boolean, reasons: Array<string>, remark: string | null } | null };

export type MatchJudgementReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type MatchJudgementReasonsQuery = { matchJudgementReasons: Array<{ code: string, label: string }> };

export type JudgeMatchMutationVariables = Exact<{
  input: JudgeMatchInput;
}>;


export type JudgeMatchMutation = { judgeMatch: { id: string, relevant: boolean, reasons: Array<string>, remark: string | null } };

export type RemoveMatchJudgementMutationVariables = Exact<{
  for: MatchSubject;
  with: MatchSubject;
}>;


export type RemoveMatchJudgementMutation = { removeMatchJudgement: boolean };

export type ConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsentsQuery = { myConsents: Array<{ id: string, purpose: string, textVersion: string, givenAt: string, withdrawnAt: string | null }> };

export type WithdrawConsentMutationVariables = Exact<{
  purpose: string;
}>;


export type WithdrawConsentMutation = { withdrawConsent: boolean };

export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { myData: { obstacles: Array<string>, graceDays: number, erasure: { askedAt: string, dueAt: string } | null, rooms: Array<{ room: string, things: Array<{ title: string, stays: string | null }> }> } };

export type AskForErasureMutationVariables = Exact<{
  input: AskForErasureInput;
}>;


export type AskForErasureMutation = { askForErasure: { erasure: { dueAt: string } | null } };

export type CancelErasureMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelErasureMutation = { cancelErasure: { erasure: { dueAt: string } | null } };

export type OwnProfileFragment = { id: string, version: number, name: string, honorific: string | null, givenName: string, familyName: string, jobTitle: string | null, specialty: string | null, summary: string, offer: string, want: string, workingStyle: string, industryExperience: string, methods: Array<string>, orcid: string | null, orcidAuthenticated: boolean, updatedAt: string, profession: { code: string, label: string } | null, regulator: { code: string, label: string } | null, careerStage: { code: string, label: string } | null, trainingStatus: { code: string, label: string } | null, employer: { id: string, name: string } | null, university: { id: string, name: string } | null, place: { city: string | null, region: { code: string, label: string } | null, nation: { code: string, label: string } | null }, availability: { from: string | null, fte: number | null, placeMode: string | null }, topics: Array<{ code: string, label: string }>, engagementTypes: Array<{ code: string, label: string }>, sectors: Array<{ code: string, label: string }>, works: Array<{ id: string, kind: string, title: string, abstract: string, year: number | null, venue: string | null, identifier: string | null, featured: boolean }> } & { ' $fragmentName'?: 'OwnProfileFragment' };

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { mine: (
    { visibility: string | null, fieldVisibility: Array<{ field: string, visibility: string }> | null }
    & { ' $fragmentRefs'?: { 'OwnProfileFragment': OwnProfileFragment } }
  ) };

export type ProfileAsQueryVariables = Exact<{
  level: string;
}>;


export type ProfileAsQuery = { shown: { ' $fragmentRefs'?: { 'OwnProfileFragment': OwnProfileFragment } } };

export type CreateProfileMutationVariables = Exact<{
  input: CreateAcademicInput;
}>;


export type CreateProfileMutation = { createAcademic: { id: string, version: number } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateAcademicInput;
}>;


export type UpdateProfileMutation = { updateAcademic: { id: string, version: number } };

export type VocabulariesQueryVariables = Exact<{ [key: string]: never; }>;


export type VocabulariesQuery = { professions: Array<{ code: string, label: string, parent: string | null }>, regulators: Array<{ code: string, label: string }>, careerStages: Array<{ code: string, label: string }>, trainingStatuses: Array<{ code: string, label: string }>, engagementTypes: Array<{ code: string, label: string }>, sectors: Array<{ code: string, label: string }>, segments: Array<{ code: string, label: string, parent: string | null }>, regions: Array<{ code: string, label: string }>, nations: Array<{ code: string, label: string }>, organisationTypes: Array<{ code: string, label: string }> };

export type TopicsLikeQueryVariables = Exact<{
  prefix: string;
}>;


export type TopicsLikeQuery = { suggestTopics: Array<{ code: string, label: string, synonyms: Array<string> }> };

export type OrganisationsLikeQueryVariables = Exact<{
  query: string;
}>;


export type OrganisationsLikeQuery = { organisations: { nodes: Array<{ id: string, name: string, type: { label: string }, place: { city: string | null } }> } };

export type UnclaimedLikeQueryVariables = Exact<{
  query: string;
}>;


export type UnclaimedLikeQuery = { academics: { nodes: Array<{ id: string, name: string, jobTitle: string | null }> } };

export type ClaimLineFragment = { id: string, profileId: string, proof: string, state: string, workEmail: string | null, evidence: string | null, attemptsLeft: number | null, decisionReason: string | null, expiresAt: string | null, createdAt: string } & { ' $fragmentName'?: 'ClaimLineFragment' };

export type MyClaimsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyClaimsQuery = { myClaims: Array<{ ' $fragmentRefs'?: { 'ClaimLineFragment': ClaimLineFragment } }> };

export type ClaimByOrcidMutationVariables = Exact<{
  academicId: string;
}>;


export type ClaimByOrcidMutation = { claim: { ' $fragmentRefs'?: { 'ClaimLineFragment': ClaimLineFragment } } };

export type ClaimByWorkEmailMutationVariables = Exact<{
  academicId: string;
  workEmail: string;
}>;


export type ClaimByWorkEmailMutation = { claim: { ' $fragmentRefs'?: { 'ClaimLineFragment': ClaimLineFragment } } };

export type ConfirmClaimMutationVariables = Exact<{
  claimId: string;
  code: string;
}>;


export type ConfirmClaimMutation = { claim: { ' $fragmentRefs'?: { 'ClaimLineFragment': ClaimLineFragment } } };

export type ClaimByReviewMutationVariables = Exact<{
  academicId: string;
  evidence: string;
}>;


export type ClaimByReviewMutation = { claim: { ' $fragmentRefs'?: { 'ClaimLineFragment': ClaimLineFragment } } };

export type WithdrawClaimMutationVariables = Exact<{
  claimId: string;
}>;


export type WithdrawClaimMutation = { claim: { ' $fragmentRefs'?: { 'ClaimLineFragment': ClaimLineFragment } } };

export type MentorsQueryVariables = Exact<{
  filter?: MentorFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MentorsQuery = { mentors: { totalCount: number, nodes: Array<{ academicId: string, experience: string, helpWith: string, takesMore: boolean, mine: boolean, academic: { name: string, jobTitle: string | null, profession: { label: string } | null, careerStage: { label: string } | null }, grounds: Array<{ code: string, label: string }>, sectors: Array<{ code: string, label: string }>, slots: Array<{ id: string, startsAt: string, minutes: number, online: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MentorGroundsQueryVariables = Exact<{ [key: string]: never; }>;


export type MentorGroundsQuery = { mentorGrounds: Array<{ code: string, label: string }> };

export type AskMentorMutationVariables = Exact<{
  input: AskMentorInput;
}>;


export type AskMentorMutation = { askMentor: { id: string } };

export type MentoringQueryVariables = Exact<{ [key: string]: never; }>;


export type MentoringQuery = { myMentoring: { academicId: string, active: boolean, experience: string, helpWith: string, mostOpen: number, grounds: Array<{ code: string }>, sectors: Array<{ code: string }> } | null, mySlots: Array<{ id: string, startsAt: string, minutes: number, online: boolean }> };

export type SaveMentoringMutationVariables = Exact<{
  input: SaveMentorInput;
}>;


export type SaveMentoringMutation = { saveMentoring: { academicId: string } };

export type StopMentoringMutationVariables = Exact<{ [key: string]: never; }>;


export type StopMentoringMutation = { stopMentoring: { academicId: string } };

export type OfferSlotsMutationVariables = Exact<{
  input: OfferSlotsInput;
}>;


export type OfferSlotsMutation = { offerSlots: Array<{ id: string }> };

export type WithdrawSlotMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawSlotMutation = { withdrawSlot: { id: string } };

export type MeetingsQueryVariables = Exact<{
  box: string;
  first: number;
  after?: string | null | undefined;
}>;


export type MeetingsQuery = { meetings: { totalCount: number, nodes: Array<{ id: string, kind: string, role: string, contactEmail: string | null, eventId: string | null, event: string | null, possibleTimes: Array<string>, message: string, answer: string | null, state: string, actions: Array<string>, openUntil: string | null, other: { name: string, academicId: string | null, organisationId: string | null, organisation: string | null }, time: { startsAt: string, endsAt: string, place: string | null, link: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MeetingsCalendarQueryVariables = Exact<{ [key: string]: never; }>;


export type MeetingsCalendarQuery = { meetingsCalendar: string };

export type AcceptMeetingMutationVariables = Exact<{
  input: AcceptMeetingInput;
}>;


export type AcceptMeetingMutation = { acceptMeeting: { id: string } };

export type DeclineMeetingMutationVariables = Exact<{
  id: string;
  note?: string | null | undefined;
}>;


export type DeclineMeetingMutation = { declineMeeting: { id: string } };

export type WithdrawMeetingMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawMeetingMutation = { withdrawMeeting: { id: string } };

export type CancelMeetingMutationVariables = Exact<{
  id: string;
}>;


export type CancelMeetingMutation = { cancelMeeting: { id: string } };

export type MarkNoShowMutationVariables = Exact<{
  id: string;
}>;


export type MarkNoShowMutation = { markNoShow: { id: string } };

export type EventsQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EventsQuery = { events: { totalCount: number, nodes: Array<{ id: string, name: string, startsAt: string, endsAt: string, place: string | null, goingCount: number, kind: { label: string }, topics: Array<{ code: string, label: string }>, sectors: Array<{ code: string, label: string }>, going: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EventQueryVariables = Exact<{
  id: string;
}>;


export type EventQuery = { event: { id: string, name: string, startsAt: string, endsAt: string, place: string | null, link: string | null, description: string, slotMinutes: number, tables: number, state: string, mine: boolean, times: Array<string>, goingCount: number, kind: { label: string }, topics: Array<{ code: string, label: string }>, sectors: Array<{ code: string, label: string }>, organisation: { id: string, name: string } | null, going: { id: string, visible: boolean, lookingFor: string, organisationId: string | null, freeTimes: Array<string> } | null } };

export type EventKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type EventKindsQuery = { eventKinds: Array<{ code: string, label: string }> };

export type EventPeopleQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type EventPeopleQuery = { eventAttendees: { totalCount: number, nodes: Array<{ id: string, mine: boolean, organisation: string | null, organisationId: string | null, lookingFor: string, freeTimes: Array<string>, person: { name: string, academicId: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SuggestedMeetingsQueryVariables = Exact<{
  id: string;
}>;


export type SuggestedMeetingsQuery = { suggestedMeetings: Array<{ startsAt: string, sentence: string, attendee: { id: string, organisation: string | null, person: { name: string } } }> };

export type GoToEventMutationVariables = Exact<{
  input: GoToEventInput;
}>;


export type GoToEventMutation = { goToEvent: { id: string } };

export type LeaveEventMutationVariables = Exact<{
  eventId: string;
}>;


export type LeaveEventMutation = { leaveEvent: { id: string } };

export type AskAtEventMutationVariables = Exact<{
  input: AskAtEventInput;
}>;


export type AskAtEventMutation = { askAtEvent: { id: string } };

export type CreateEventMutationVariables = Exact<{
  input: CreateEventInput;
}>;


export type CreateEventMutation = { createEvent: { id: string } };

export type PublishEventMutationVariables = Exact<{
  id: string;
}>;


export type PublishEventMutation = { publishEvent: { id: string } };

export type CancelEventMutationVariables = Exact<{
  id: string;
}>;


export type CancelEventMutation = { cancelEvent: { id: string } };

export type OfficeRequestsQueryVariables = Exact<{
  organisationId: string;
  waiting: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type OfficeRequestsQuery = { officeRequests: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<(
      { actions: Array<string>, terms: { startsOn: string | null, lengthMonths: number | null, fte: number | null, placeMode: string | null, funding: string | null, note: string | null }, offices: Array<{ organisation: string, side: string, duty: string, decision: string | null, decidedAt: string | null }> }
      & { ' $fragmentRefs'?: { 'RequestRowFragment': RequestRowFragment } }
    )> } };

export type SearchGapsQueryVariables = Exact<{
  organisationId: string;
}>;


export type SearchGapsQuery = { searchGaps: Array<{ kind: string, term: string, topic: string | null, searches: number }> };

export type OfficeCollaborationsQueryVariables = Exact<{
  organisationId: string;
  states?: Array<string> | string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OfficeCollaborationsQuery = { officeCollaborations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ ' $fragmentRefs'?: { 'CollaborationRowFragment': CollaborationRowFragment } }> } };

export type CollaborationsForPermissionQueryVariables = Exact<{
  organisationId: string;
}>;


export type CollaborationsForPermissionQuery = { collaborationsForPermission: Array<{ ' $fragmentRefs'?: { 'CollaborationRowFragment': CollaborationRowFragment } }> };

export type OpportunitySummaryFragment = { id: string, mine: boolean, title: string, summary: string, side: string, blind: boolean, state: string, deadline: string | null, startsOn: string | null, lengthMonths: number | null, fte: number | null, funding: string | null, placeMode: string | null, publishedAt: string | null, opportunityType: { label: string }, organisation: { id: string, name: string, verification: string } | null, academic: { id: string, name: string } | null, place: { city: string | null, region: { label: string } | null }, topics: Array<{ code: string, label: string }> } & { ' $fragmentName'?: 'OpportunitySummaryFragment' };

export type FindOpportunitiesQueryVariables = Exact<{
  query?: string | null | undefined;
  filter?: OpportunityFilter | null | undefined;
  sort?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FindOpportunitiesQuery = { found: { totalCount: number, degraded: boolean, tookMs: number, pageInfo: { startCursor: string | null }, facets: Array<{ ' $fragmentRefs'?: { 'FacetCountsFragment': FacetCountsFragment } }>, understood: { brief: boolean, topics: Array<{ code: string, label: string }>, replaced: Array<{ code: string, successor: string }> }, relaxations: Array<{ filter: string, label: string, totalCount: number }>, edges: Array<{ highlights: Array<{ field: string, html: string }>, match: { ' $fragmentRefs'?: { 'FitFragment': FitFragment } } | null, node: { ' $fragmentRefs'?: { 'OpportunitySummaryFragment': OpportunitySummaryFragment } } }> } };

export type CountOpportunitiesQueryVariables = Exact<{
  query?: string | null | undefined;
  filter?: OpportunityFilter | null | undefined;
  sort?: string | null | undefined;
}>;


export type CountOpportunitiesQuery = { found: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'OpportunitySummaryFragment': OpportunitySummaryFragment } }> } };

export type OpportunityProfileQueryVariables = Exact<{
  id: string;
}>;


export type OpportunityProfileQuery = { opportunity: { id: string, version: number, title: string, summary: string, text: string, side: string, blind: boolean, revealAfter: string | null, state: string, mine: boolean, deadline: string | null, startsOn: string | null, lengthMonths: number | null, fte: number | null, funding: string | null, placeMode: string | null, publishedAt: string | null, updatedAt: string, source: string, opportunityType: { code: string, label: string }, organisation: { id: string, name: string, verification: string, requestPolicy: string } | null, academic: { id: string, name: string, jobTitle: string | null } | null, place: { city: string | null, country: string | null, region: { label: string } | null, nation: { label: string } | null }, topics: Array<{ code: string, label: string, synonyms: Array<string> }>, sectors: Array<{ code: string, label: string }>, professions: Array<{ code: string, label: string }>, careerStages: Array<{ code: string, label: string }>, engagementTypes: Array<{ code: string, label: string }>, mustHave: Array<{ facet: string, code: string, label: string }>, niceToHave: Array<{ facet: string, code: string, label: string }>, exclude: Array<{ facet: string, code: string, label: string }> } };

export type OrganisationFormFragment = { id: string, version: number, name: string, summary: string, lookingFor: string, verification: string, requestPolicy: string, size: string | null, established: number | null, website: string | null, rorId: string | null, registerNumber: string | null, type: { code: string, label: string }, sector: { code: string, label: string } | null, segment: { code: string, label: string } | null, place: { city: string | null, region: { code: string } | null, nation: { code: string } | null }, topics: Array<{ code: string, label: string }>, engagementTypes: Array<{ code: string, label: string }> } & { ' $fragmentName'?: 'OrganisationFormFragment' };

export type OrganisationDeskQueryVariables = Exact<{
  id: string;
}>;


export type OrganisationDeskQuery = { organisation: { ' $fragmentRefs'?: { 'OrganisationFormFragment': OrganisationFormFragment } } };

export type OrganisationPeopleQueryVariables = Exact<{
  id: string;
}>;


export type OrganisationPeopleQuery = { organisationMembers: Array<{ accountId: string, name: string, email: string, role: string, since: string }> };

export type OrganisationInvitationsQueryVariables = Exact<{
  id: string;
}>;


export type OrganisationInvitationsQuery = { organisationInvitations: Array<{ ' $fragmentRefs'?: { 'InvitationLineFragment': InvitationLineFragment } }> };

export type InvitationLineFragment = { id: string, email: string, role: string, status: string, inviterName: string, organisationId: string, organisationName: string, expiresAt: string } & { ' $fragmentName'?: 'InvitationLineFragment' };

export type MyInvitationsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyInvitationsQuery = { myInvitations: Array<{ ' $fragmentRefs'?: { 'InvitationLineFragment': InvitationLineFragment } }> };

export type RegisterOrganisationMutationVariables = Exact<{
  input: RegisterOrganisationInput;
}>;


export type RegisterOrganisationMutation = { registerOrganisation: { id: string } };

export type UpdateOrganisationMutationVariables = Exact<{
  input: UpdateOrganisationInput;
}>;


export type UpdateOrganisationMutation = { updateOrganisation: { id: string, version: number } };

export type SetRequestPolicyMutationVariables = Exact<{
  organisationId: string;
  policy: string;
}>;


export type SetRequestPolicyMutation = { setRequestPolicy: { id: string, requestPolicy: string, version: number } };

export type InviteMemberMutationVariables = Exact<{
  organisationId: string;
  email: string;
  role: string;
}>;


export type InviteMemberMutation = { inviteMember: { ' $fragmentRefs'?: { 'InvitationLineFragment': InvitationLineFragment } } };

export type CancelInvitationMutationVariables = Exact<{
  id: string;
}>;


export type CancelInvitationMutation = { cancelInvitation: { id: string } };

export type AcceptInvitationMutationVariables = Exact<{
  id: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { id: string, organisationId: string } };

export type DeclineInvitationMutationVariables = Exact<{
  id: string;
}>;


export type DeclineInvitationMutation = { declineInvitation: { id: string } };

export type ChangeMemberRoleMutationVariables = Exact<{
  organisationId: string;
  accountId: string;
  role: string;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { accountId: string, role: string } };

export type RemoveMemberMutationVariables = Exact<{
  organisationId: string;
  accountId: string;
}>;


export type RemoveMemberMutation = { removeMember: boolean };

export type OrganisationSummaryFragment = { id: string, name: string, summary: string, lookingFor: string, verification: string, size: string | null, type: { code: string, label: string }, sector: { label: string } | null, place: { city: string | null, country: string | null, region: { label: string } | null }, topics: Array<{ code: string, label: string }>, engagementTypes: Array<{ code: string, label: string }> } & { ' $fragmentName'?: 'OrganisationSummaryFragment' };

export type FindOrganisationsQueryVariables = Exact<{
  query?: string | null | undefined;
  filter?: OrganisationFilter | null | undefined;
  sort?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FindOrganisationsQuery = { found: { totalCount: number, degraded: boolean, tookMs: number, pageInfo: { startCursor: string | null }, facets: Array<{ ' $fragmentRefs'?: { 'FacetCountsFragment': FacetCountsFragment } }>, understood: { brief: boolean, topics: Array<{ code: string, label: string }>, replaced: Array<{ code: string, successor: string }> }, relaxations: Array<{ filter: string, label: string, totalCount: number }>, edges: Array<{ highlights: Array<{ field: string, html: string }>, match: { ' $fragmentRefs'?: { 'FitFragment': FitFragment } } | null, node: { ' $fragmentRefs'?: { 'OrganisationSummaryFragment': OrganisationSummaryFragment } } }> } };

export type CountOrganisationsQueryVariables = Exact<{
  query?: string | null | undefined;
  filter?: OrganisationFilter | null | undefined;
}>;


export type CountOrganisationsQuery = { found: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'OrganisationSummaryFragment': OrganisationSummaryFragment } }> } };

export type OrganisationProfileQueryVariables = Exact<{
  id: string;
}>;


export type OrganisationProfileQuery = { organisation: { id: string, version: number, slug: string, name: string, aliases: Array<string>, summary: string, lookingFor: string, verification: string, size: string | null, established: number | null, website: string | null, rorId: string | null, registerNumber: string | null, requestPolicy: string, source: string, updatedAt: string, type: { code: string, label: string }, sector: { label: string } | null, segment: { label: string } | null, place: { city: string | null, country: string | null, region: { label: string } | null, nation: { label: string } | null }, topics: Array<{ code: string, label: string, synonyms: Array<string> }>, engagementTypes: Array<{ code: string, label: string }> } };

export type OrganisationPeopleAndNeedsQueryVariables = Exact<{
  id: string;
}>;


export type OrganisationPeopleAndNeedsQuery = { academics: { totalCount: number, nodes: Array<{ id: string, name: string, jobTitle: string | null, topics: Array<{ code: string, label: string }> }> }, opportunities: { totalCount: number, nodes: Array<{ id: string, title: string, deadline: string | null, opportunityType: { label: string } }> } };

export type OrganisationNameQueryVariables = Exact<{
  id: string;
}>;


export type OrganisationNameQuery = { organisation: { id: string, name: string } };

export type OutcomePartsFragment = { id: string, kind: string, title: string, identifier: string | null, happenedOn: string, amountPence: number | null, creditRoles: Array<string>, trlBefore: number | null, trlAfter: number | null, mine: boolean } & { ' $fragmentName'?: 'OutcomePartsFragment' };

export type OutcomeChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OutcomeChoicesQuery = { outcomeChoices: { kinds: Array<{ code: string, label: string, identifier: string | null }>, creditRoles: Array<{ code: string, label: string }>, technologyReadiness: Array<{ code: string, label: string }> } };

export type CollaborationOutcomesQueryVariables = Exact<{
  collaborationId: string;
}>;


export type CollaborationOutcomesQuery = { collaborationOutcomes: { mayAdd: boolean, heBciLine: string | null, outcomes: Array<{ ' $fragmentRefs'?: { 'OutcomePartsFragment': OutcomePartsFragment } }>, reviews: Array<{ mine: boolean, text: string, again: boolean, writtenAt: string }> } };

export type AddOutcomeMutationVariables = Exact<{
  input: AddOutcomeInput;
}>;


export type AddOutcomeMutation = { addOutcome: { id: string } };

export type RemoveOutcomeMutationVariables = Exact<{
  id: string;
}>;


export type RemoveOutcomeMutation = { removeOutcome: boolean };

export type ReviewCollaborationMutationVariables = Exact<{
  input: ReviewCollaborationInput;
}>;


export type ReviewCollaborationMutation = { reviewCollaboration: { mayAdd: boolean } };

export type MobilityQueryVariables = Exact<{
  academicId: string;
}>;


export type MobilityQuery = { mobility: Array<{ id: string, direction: string, organisation: string, what: string, startedOn: string, endedOn: string | null, shown: boolean }> };

export type SaveMobilityMutationVariables = Exact<{
  input: SaveMobilityInput;
}>;


export type SaveMobilityMutation = { saveMobility: { id: string } };

export type RemoveMobilityMutationVariables = Exact<{
  id: string;
}>;


export type RemoveMobilityMutation = { removeMobility: boolean };

export type DeclineFeedbackQueryVariables = Exact<{
  organisationId?: string | null | undefined;
}>;


export type DeclineFeedbackQuery = { declineFeedback: { decided: number, accepted: number, reasons: Array<{ reason: string, label: string, count: number }> } };

export type PartyFragment = { mine: boolean, hidden: boolean, kind: string | null, name: string, person: string | null, academic: { id: string, name: string, jobTitle: string | null } | null, organisation: { id: string, name: string, verification: string } | null } & { ' $fragmentName'?: 'PartyFragment' };

export type RequestRowFragment = { id: string, state: string, role: string, createdAt: string, openUntil: string | null, replyDue: boolean, unread: number, news: number, archived: boolean, referred: boolean, reason: string, type: { code: string, label: string }, opportunity: { id: string, title: string } | null, sender: { ' $fragmentRefs'?: { 'PartyFragment': PartyFragment } }, receiver: { ' $fragmentRefs'?: { 'PartyFragment': PartyFragment } } } & { ' $fragmentName'?: 'RequestRowFragment' };

export type RequestThreadFragment = (
  { collaborationId: string | null, actions: Array<string>, contactRule: string, ndaOf: string | null, undoUntil: string | null, mayBeReferred: boolean, contact: { name: string, email: string } | null, nda: { version: string, side: string, signatory: string, role: string, binds: string, signedOn: string } | null, mismatch: Array<{ facet: string, code: string, label: string }>, terms: { startsOn: string | null, lengthMonths: number | null, fte: number | null, placeMode: string | null, funding: string | null, note: string | null }, offices: Array<{ organisation: string, side: string, duty: string, decision: string | null, decidedAt: string | null }>, events: Array<{ id: string, action: string, to: string | null, side: string, by: string | null, at: string, note: string | null, reason: string | null }>, messages: Array<{ id: string, kind: string, side: string, by: string | null, mine: boolean, at: string, text: string, slots: Array<string>, minutes: number | null, proposalId: string | null }> }
  & { ' $fragmentRefs'?: { 'RequestRowFragment': RequestRowFragment } }
) & { ' $fragmentName'?: 'RequestThreadFragment' };

export type RequestTroubleFragment = { code: string, message: string, fix: string, acknowledgeable: boolean, requestId: string | null, until: string | null, criteria: Array<{ facet: string, code: string, label: string }> } & { ' $fragmentName'?: 'RequestTroubleFragment' };

export type RequestDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type RequestDraftsQuery = { requestDrafts: Array<{ id: string, toAcademicId: string | null, toOrganisationId: string | null, opportunityId: string | null, asOrganisationId: string | null, type: string | null, reason: string | null, mayBeReferred: boolean, acknowledgeMismatch: boolean, updatedAt: string, terms: { startsOn: string | null, lengthMonths: number | null, fte: number | null, placeMode: string | null, funding: string | null, note: string | null } | null }> };

export type SaveRequestDraftMutationVariables = Exact<{
  input: SaveRequestDraftInput;
}>;


export type SaveRequestDraftMutation = { saveRequestDraft: { id: string, updatedAt: string } };

export type DeleteRequestDraftMutationVariables = Exact<{
  id: string;
}>;


export type DeleteRequestDraftMutation = { deleteRequestDraft: boolean };

export type CheckRequestQueryVariables = Exact<{
  input: RequestCheckInput;
}>;


export type CheckRequestQuery = { requestCheck: { canSend: boolean, problems: Array<{ ' $fragmentRefs'?: { 'RequestTroubleFragment': RequestTroubleFragment } }>, warnings: Array<{ ' $fragmentRefs'?: { 'RequestTroubleFragment': RequestTroubleFragment } }> } };

export type SendRequestMutationVariables = Exact<{
  input: SendRequestInput;
}>;


export type SendRequestMutation = { sendRequest:
    | { __typename: 'RequestProblems', problems: Array<{ ' $fragmentRefs'?: { 'RequestTroubleFragment': RequestTroubleFragment } }> }
    | { __typename: 'RequestSent', request: { id: string } }
   };

export type OwnOpportunitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnOpportunitiesQuery = { myOpportunities: Array<{ id: string, title: string, summary: string, side: string, state: string, blind: boolean, deadline: string | null, publishedAt: string | null, updatedAt: string, opportunityType: { label: string }, organisation: { id: string, name: string, verification: string } | null, academic: { id: string } | null }> };

export type RequestQueryVariables = Exact<{
  id: string;
}>;


export type RequestQuery = { request: { ' $fragmentRefs'?: { 'RequestThreadFragment': RequestThreadFragment } } };

export type SavedLineFragment = { id: string, kind: string, name: string, summary: string, path: string, cadence: string, createdAt: string, nextLetterAt: string | null } & { ' $fragmentName'?: 'SavedLineFragment' };

export type LettersFragment = { letters: boolean, profileViews: string, nextViewsAt: string | null, consentText: string, mostSearches: number, cadences: Array<{ code: string, label: string }> } & { ' $fragmentName'?: 'LettersFragment' };

export type SavedSearchesQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedSearchesQuery = { savedSearches: Array<{ ' $fragmentRefs'?: { 'SavedLineFragment': SavedLineFragment } }>, digestPreferences: { ' $fragmentRefs'?: { 'LettersFragment': LettersFragment } }, profileViews: { recorded: boolean | null, days: number } };

export type LetterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type LetterChoicesQuery = { digestPreferences: { ' $fragmentRefs'?: { 'LettersFragment': LettersFragment } } };

export type SaveSearchMutationVariables = Exact<{
  input: SaveSearchInput;
}>;


export type SaveSearchMutation = { saveSearch: { id: string, name: string, cadence: string, nextLetterAt: string | null } };

export type ChangeSavedSearchMutationVariables = Exact<{
  input: ChangeSavedSearchInput;
}>;


export type ChangeSavedSearchMutation = { changeSavedSearch: { ' $fragmentRefs'?: { 'SavedLineFragment': SavedLineFragment } } };

export type DeleteSavedSearchMutationVariables = Exact<{
  id: string;
}>;


export type DeleteSavedSearchMutation = { deleteSavedSearch: boolean };

export type ChangeDigestMutationVariables = Exact<{
  input: DigestInput;
}>;


export type ChangeDigestMutation = { changeDigest: { ' $fragmentRefs'?: { 'LettersFragment': LettersFragment } } };

export type RecordViewsOfMeMutationVariables = Exact<{
  recorded: boolean;
}>;


export type RecordViewsOfMeMutation = { recordViewsOfMe: boolean };

export type RecordViewMutationVariables = Exact<{
  academicId: string;
}>;


export type RecordViewMutation = { recordView: boolean };

export type RecordSearchInVainMutationVariables = Exact<{
  input: SearchInVainInput;
}>;


export type RecordSearchInVainMutation = { recordSearchInVain: boolean };

export type LooksUnseenQueryVariables = Exact<{
  organisationId: string;
}>;


export type LooksUnseenQuery = { looksUnseen: boolean };

export type LookUnseenMutationVariables = Exact<{
  organisationId: string;
  unseen: boolean;
}>;


export type LookUnseenMutation = { lookUnseen: boolean };

export type FacetCountsFragment = { name: string, label: string, values: Array<{ code: string, label: string, count: number, selected: boolean }> } & { ' $fragmentName'?: 'FacetCountsFragment' };

export type FitFragment = { eligible: boolean, ruledOutBy: Array<string>, score: number, sentence: string, parts: Array<{ part: string, label: string, points: number, unknown: boolean, reason: string, evidence: Array<{ text: string, source: string, dated: string | null }> }>, sharedTopics: Array<{ code: string, label: string }> } & { ' $fragmentName'?: 'FitFragment' };

export type TopicsInTextQueryVariables = Exact<{
  text: string;
}>;


export type TopicsInTextQuery = { topicsIn: Array<{ code: string, label: string }> };

export type PaletteQueryVariables = Exact<{
  query: string;
}>;


export type PaletteQuery = { academics: { totalCount: number, nodes: Array<{ id: string, name: string, jobTitle: string | null }> }, organisations: { totalCount: number, nodes: Array<{ id: string, name: string, type: { label: string } }> }, opportunities: { totalCount: number, nodes: Array<{ id: string, title: string }> } };

export type PermissionFragment = { organisationId: string, organisation: string, state: string, termsNumber: number, askedBy: string | null, askedAt: string | null, decidedBy: string | null, decidedAt: string | null, reason: string | null, mayAsk: boolean, mayDecide: boolean, holds: Array<{ code: string, text: string, fix: string, source: string, sourceUrl: string | null, before: string }> } & { ' $fragmentName'?: 'PermissionFragment' };

export type PolicyPermissionsQueryVariables = Exact<{
  collaborationId: string;
}>;


export type PolicyPermissionsQuery = { policyPermissions: Array<{ ' $fragmentRefs'?: { 'PermissionFragment': PermissionFragment } }> };

export type AskPolicyPermissionMutationVariables = Exact<{
  input: AskPermissionInput;
}>;


export type AskPolicyPermissionMutation = { askPolicyPermission: { state: string } };

export type DecidePolicyPermissionMutationVariables = Exact<{
  input: DecidePermissionInput;
}>;


export type DecidePolicyPermissionMutation = { decidePolicyPermission: { state: string } };

export type SignOffPartsFragment = { id: string, code: string, label: string, necessary: boolean, why: string, state: string, approverName: string | null, approverEmail: string | null, askedAt: string | null, linkUntil: string | null, decidedAt: string | null, reason: string | null, reopenedAt: string | null, waitsFor: Array<string>, forMySide: boolean, rules: Array<{ text: string, source: string, sourced: boolean }> } & { ' $fragmentName'?: 'SignOffPartsFragment' };

export type SignOffsQueryVariables = Exact<{
  collaborationId: string;
}>;


export type SignOffsQuery = { signOffs: Array<{ ' $fragmentRefs'?: { 'SignOffPartsFragment': SignOffPartsFragment } }> };

export type AskSignOffMutationVariables = Exact<{
  input: AskSignOffInput;
}>;


export type AskSignOffMutation = { askSignOff: { id: string } };

export type RevokeSignOffMutationVariables = Exact<{
  id: string;
}>;


export type RevokeSignOffMutation = { revokeSignOff: { id: string } };

export type SignOffLinkQueryVariables = Exact<{
  token: string;
}>;


export type SignOffLinkQuery = { signOffLink: { state: string, label: string | null, sentTo: string | null, needsCode: boolean, expiresAt: string } };

export type SendSignOffCodeMutationVariables = Exact<{
  token: string;
}>;


export type SendSignOffCodeMutation = { sendSignOffCode: boolean };

export type OpenSignOffMutationVariables = Exact<{
  token: string;
  code?: string | null | undefined;
}>;


export type OpenSignOffMutation = { openSignOff: { label: string, title: string, askedBy: string, who: string, withWhom: string, termsNumber: number, why: string, terms: Array<{ label: string, value: string }>, others: Array<{ label: string, value: string }>, rules: Array<{ text: string, source: string, sourced: boolean }> } };

export type DecideSignOffMutationVariables = Exact<{
  input: DecideSignOffInput;
}>;


export type DecideSignOffMutation = { decideSignOff: string };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AcademicSummaryFragmentDoc = new TypedDocumentString(`
    fragment AcademicSummary on Academic {
  id
  name
  jobTitle
  claimed
  summary
  profession {
    label
  }
  careerStage {
    code
    label
  }
  employer {
    id
    name
  }
  university {
    id
    name
  }
  place {
    city
    region {
      label
    }
  }
  topics {
    code
    label
  }
  engagementTypes {
    code
    label
  }
  availability {
    from
    fte
    placeMode
  }
}
    `, {"fragmentName":"AcademicSummary"}) as unknown as TypedDocumentString<AcademicSummaryFragment, unknown>;
export const AgreementSourceFragmentDoc = new TypedDocumentString(`
    fragment AgreementSource on AdviceSource {
  title
  url
  sourced
}
    `, {"fragmentName":"AgreementSource"}) as unknown as TypedDocumentString<AgreementSourceFragment, unknown>;
export const AgreementKindPartsFragmentDoc = new TypedDocumentString(`
    fragment AgreementKindParts on AgreementKind {
  code
  label
  text
  unmodified
  signatories
  source {
    ...AgreementSource
  }
}
    fragment AgreementSource on AdviceSource {
  title
  url
  sourced
}`, {"fragmentName":"AgreementKindParts"}) as unknown as TypedDocumentString<AgreementKindPartsFragment, unknown>;
export const AgreementPartsFragmentDoc = new TypedDocumentString(`
    fragment AgreementParts on Agreement {
  id
  version
  state
  termsChanged
  actions
  signedOn
  kind {
    ...AgreementKindParts
  }
  sections {
    code
    title
    text
  }
  signatures {
    side
    signatory
    role
    signedOn
  }
  steps {
    code
    label
    ownerLabel
    dueOn
    doneOn
    late
  }
  file {
    id
    name
  }
}
    fragment AgreementSource on AdviceSource {
  title
  url
  sourced
}
fragment AgreementKindParts on AgreementKind {
  code
  label
  text
  unmodified
  signatories
  source {
    ...AgreementSource
  }
}`, {"fragmentName":"AgreementParts"}) as unknown as TypedDocumentString<AgreementPartsFragment, unknown>;
export const CollaborationRowFragmentDoc = new TypedDocumentString(`
    fragment CollaborationRow on Collaboration {
  id
  version
  title
  state
  heldState
  status
  role
  actions
  mayWork
  mayLead
  movedAt
  createdAt
  unread
  myOpenTasks
  nextOn
  nextWhat
  sides {
    side
    kind
    id
    name
    mine
  }
}
    `, {"fragmentName":"CollaborationRow"}) as unknown as TypedDocumentString<CollaborationRowFragment, unknown>;
export const TermsFragmentDoc = new TypedDocumentString(`
    fragment Terms on EngagementTerms {
  number
  type {
    code
    label
  }
  oopType
  fte
  daysPerYear
  startsOn
  endsOn
  placeMode
  place
  paidBy
  payRoute
  backfill
  rightToReturn
  returnsOn
  countsToTraining
  honoraryContract
  note
  createdAt
}
    `, {"fragmentName":"Terms"}) as unknown as TypedDocumentString<TermsFragment, unknown>;
export const ComparedAcademicFragmentDoc = new TypedDocumentString(`
    fragment ComparedAcademic on Academic {
  id
  name
  jobTitle
  employer {
    name
  }
  place {
    city
    region {
      label
    }
  }
  profession {
    label
  }
  careerStage {
    label
  }
  availability {
    from
    fte
    placeMode
  }
  topics {
    code
    label
  }
  engagementTypes {
    label
  }
  sectors {
    label
  }
  works {
    kind
  }
}
    `, {"fragmentName":"ComparedAcademic"}) as unknown as TypedDocumentString<ComparedAcademicFragment, unknown>;
export const DeclarationTermLineFragmentDoc = new TypedDocumentString(`
    fragment DeclarationTermLine on DeclarationTerm {
  code
  label
  detail
  source
  sourced
}
    `, {"fragmentName":"DeclarationTermLine"}) as unknown as TypedDocumentString<DeclarationTermLineFragment, unknown>;
export const InterestLineFragmentDoc = new TypedDocumentString(`
    fragment InterestLine on InterestDeclaration {
  id
  version
  ownerName
  ownerAcademicId
  role
  actions
  nothing
  category
  situation
  organisationId
  counterparty
  description
  valueBand
  startsOn
  endsOn
  declaredOn
  confirmedOn
  confirmBy
  mitigation
  mitigationNote
  reviewOn
  visibility
  state
}
    `, {"fragmentName":"InterestLine"}) as unknown as TypedDocumentString<InterestLineFragment, unknown>;
export const TransferLineFragmentDoc = new TypedDocumentString(`
    fragment TransferLine on TransferOfValue {
  id
  version
  organisationName
  recipientKind
  recipientName
  academicId
  actions
  category
  amountPence
  paidOn
  description
  consent
  consentAt
  named
  state
  disputeReason
}
    `, {"fragmentName":"TransferLine"}) as unknown as TypedDocumentString<TransferLineFragment, unknown>;
export const CitedRuleTextFragmentDoc = new TypedDocumentString(`
    fragment CitedRuleText on CitedRule {
  id
  text
  source
  sourceUrl
  sourced
}
    `, {"fragmentName":"CitedRuleText"}) as unknown as TypedDocumentString<CitedRuleTextFragment, unknown>;
export const SavedPlanFragmentDoc = new TypedDocumentString(`
    fragment SavedPlan on TrainingPlan {
  id
  version
  name
  facts {
    profession
    trainingStatus
    nation
    region
    firstYear
    finalYear
    startsOn
    endsOn
    purpose
    visaSponsored
    countsToTraining
    nextArcpOn
  }
  form {
    code
    value
  }
}
    `, {"fragmentName":"SavedPlan"}) as unknown as TypedDocumentString<SavedPlanFragment, unknown>;
export const SavedPackFragmentDoc = new TypedDocumentString(`
    fragment SavedPack on PolicyPack {
  id
  version
  state
  validFrom
  inForce
  createdAt
  rules {
    kind
    label
    effect
    amount
    note
    sourceTitle
    sourceUrl
    terms {
      code
      label
    }
  }
}
    `, {"fragmentName":"SavedPack"}) as unknown as TypedDocumentString<SavedPackFragment, unknown>;
export const OwnProfileFragmentDoc = new TypedDocumentString(`
    fragment OwnProfile on Academic {
  id
  version
  name
  honorific
  givenName
  familyName
  jobTitle
  specialty
  summary
  offer
  want
  workingStyle
  industryExperience
  methods
  orcid
  orcidAuthenticated
  updatedAt
  profession {
    code
    label
  }
  regulator {
    code
    label
  }
  careerStage {
    code
    label
  }
  trainingStatus {
    code
    label
  }
  employer {
    id
    name
  }
  university {
    id
    name
  }
  place {
    city
    region {
      code
      label
    }
    nation {
      code
      label
    }
  }
  availability {
    from
    fte
    placeMode
  }
  topics {
    code
    label
  }
  engagementTypes {
    code
    label
  }
  sectors {
    code
    label
  }
  works {
    id
    kind
    title
    abstract
    year
    venue
    identifier
    featured
  }
}
    `, {"fragmentName":"OwnProfile"}) as unknown as TypedDocumentString<OwnProfileFragment, unknown>;
export const ClaimLineFragmentDoc = new TypedDocumentString(`
    fragment ClaimLine on Claim {
  id
  profileId
  proof
  state
  workEmail
  evidence
  attemptsLeft
  decisionReason
  expiresAt
  createdAt
}
    `, {"fragmentName":"ClaimLine"}) as unknown as TypedDocumentString<ClaimLineFragment, unknown>;
export const OpportunitySummaryFragmentDoc = new TypedDocumentString(`
    fragment OpportunitySummary on Opportunity {
  id
  mine
  title
  summary
  side
  blind
  state
  deadline
  startsOn
  lengthMonths
  fte
  funding
  placeMode
  publishedAt
  opportunityType {
    label
  }
  organisation {
    id
    name
    verification
  }
  academic {
    id
    name
  }
  place {
    city
    region {
      label
    }
  }
  topics {
    code
    label
  }
}
    `, {"fragmentName":"OpportunitySummary"}) as unknown as TypedDocumentString<OpportunitySummaryFragment, unknown>;
export const OrganisationFormFragmentDoc = new TypedDocumentString(`
    fragment OrganisationForm on Organisation {
  id
  version
  name
  summary
  lookingFor
  verification
  requestPolicy
  size
  established
  website
  rorId
  registerNumber
  type {
    code
    label
  }
  sector {
    code
    label
  }
  segment {
    code
    label
  }
  place {
    city
    region {
      code
    }
    nation {
      code
    }
  }
  topics {
    code
    label
  }
  engagementTypes {
    code
    label
  }
}
    `, {"fragmentName":"OrganisationForm"}) as unknown as TypedDocumentString<OrganisationFormFragment, unknown>;
export const InvitationLineFragmentDoc = new TypedDocumentString(`
    fragment InvitationLine on Invitation {
  id
  email
  role
  status
  inviterName
  organisationId
  organisationName
  expiresAt
}
    `, {"fragmentName":"InvitationLine"}) as unknown as TypedDocumentString<InvitationLineFragment, unknown>;
export const OrganisationSummaryFragmentDoc = new TypedDocumentString(`
    fragment OrganisationSummary on Organisation {
  id
  name
  summary
  lookingFor
  verification
  size
  type {
    code
    label
  }
  sector {
    label
  }
  place {
    city
    country
    region {
      label
    }
  }
  topics {
    code
    label
  }
  engagementTypes {
    code
    label
  }
}
    `, {"fragmentName":"OrganisationSummary"}) as unknown as TypedDocumentString<OrganisationSummaryFragment, unknown>;
export const OutcomePartsFragmentDoc = new TypedDocumentString(`
    fragment OutcomeParts on Outcome {
  id
  kind
  title
  identifier
  happenedOn
  amountPence
  creditRoles
  trlBefore
  trlAfter
  mine
}
    `, {"fragmentName":"OutcomeParts"}) as unknown as TypedDocumentString<OutcomePartsFragment, unknown>;
export const PartyFragmentDoc = new TypedDocumentString(`
    fragment Party on RequestParty {
  mine
  hidden
  kind
  name
  person
  academic {
    id
    name
    jobTitle
  }
  organisation {
    id
    name
    verification
  }
}
    `, {"fragmentName":"Party"}) as unknown as TypedDocumentString<PartyFragment, unknown>;
export const RequestRowFragmentDoc = new TypedDocumentString(`
    fragment RequestRow on CollaborationRequest {
  id
  state
  role
  createdAt
  openUntil
  replyDue
  unread
  news
  archived
  referred
  reason
  type {
    code
    label
  }
  opportunity {
    id
    title
  }
  sender {
    ...Party
  }
  receiver {
    ...Party
  }
}
    fragment Party on RequestParty {
  mine
  hidden
  kind
  name
  person
  academic {
    id
    name
    jobTitle
  }
  organisation {
    id
    name
    verification
  }
}`, {"fragmentName":"RequestRow"}) as unknown as TypedDocumentString<RequestRowFragment, unknown>;
export const RequestThreadFragmentDoc = new TypedDocumentString(`
    fragment RequestThread on CollaborationRequest {
  ...RequestRow
  collaborationId
  actions
  contact {
    name
    email
  }
  contactRule
  ndaOf
  nda {
    version
    side
    signatory
    role
    binds
    signedOn
  }
  undoUntil
  mayBeReferred
  mismatch {
    facet
    code
    label
  }
  terms {
    startsOn
    lengthMonths
    fte
    placeMode
    funding
    note
  }
  offices {
    organisation
    side
    duty
    decision
    decidedAt
  }
  events {
    id
    action
    to
    side
    by
    at
    note
    reason
  }
  messages {
    id
    kind
    side
    by
    mine
    at
    text
    slots
    minutes
    proposalId
  }
}
    fragment Party on RequestParty {
  mine
  hidden
  kind
  name
  person
  academic {
    id
    name
    jobTitle
  }
  organisation {
    id
    name
    verification
  }
}
fragment RequestRow on CollaborationRequest {
  id
  state
  role
  createdAt
  openUntil
  replyDue
  unread
  news
  archived
  referred
  reason
  type {
    code
    label
  }
  opportunity {
    id
    title
  }
  sender {
    ...Party
  }
  receiver {
    ...Party
  }
}`, {"fragmentName":"RequestThread"}) as unknown as TypedDocumentString<RequestThreadFragment, unknown>;
export const RequestTroubleFragmentDoc = new TypedDocumentString(`
    fragment RequestTrouble on RequestProblem {
  code
  message
  fix
  acknowledgeable
  requestId
  until
  criteria {
    facet
    code
    label
  }
}
    `, {"fragmentName":"RequestTrouble"}) as unknown as TypedDocumentString<RequestTroubleFragment, unknown>;
export const SavedLineFragmentDoc = new TypedDocumentString(`
    fragment SavedLine on SavedSearch {
  id
  kind
  name
  summary
  path
  cadence
  createdAt
  nextLetterAt
}
    `, {"fragmentName":"SavedLine"}) as unknown as TypedDocumentString<SavedLineFragment, unknown>;
export const LettersFragmentDoc = new TypedDocumentString(`
    fragment Letters on DigestPreferences {
  letters
  profileViews
  nextViewsAt
  consentText
  mostSearches
  cadences {
    code
    label
  }
}
    `, {"fragmentName":"Letters"}) as unknown as TypedDocumentString<LettersFragment, unknown>;
export const FacetCountsFragmentDoc = new TypedDocumentString(`
    fragment FacetCounts on Facet {
  name
  label
  values {
    code
    label
    count
    selected
  }
}
    `, {"fragmentName":"FacetCounts"}) as unknown as TypedDocumentString<FacetCountsFragment, unknown>;
export const FitFragmentDoc = new TypedDocumentString(`
    fragment Fit on Match {
  eligible
  ruledOutBy
  score
  sentence
  parts {
    part
    label
    points
    unknown
    reason
    evidence {
      text
      source
      dated
    }
  }
  sharedTopics {
    code
    label
  }
}
    `, {"fragmentName":"Fit"}) as unknown as TypedDocumentString<FitFragment, unknown>;
export const PermissionFragmentDoc = new TypedDocumentString(`
    fragment Permission on PolicyPermission {
  organisationId
  organisation
  state
  termsNumber
  holds {
    code
    text
    fix
    source
    sourceUrl
    before
  }
  askedBy
  askedAt
  decidedBy
  decidedAt
  reason
  mayAsk
  mayDecide
}
    `, {"fragmentName":"Permission"}) as unknown as TypedDocumentString<PermissionFragment, unknown>;
export const SignOffPartsFragmentDoc = new TypedDocumentString(`
    fragment SignOffParts on SignOff {
  id
  code
  label
  necessary
  why
  rules {
    text
    source
    sourced
  }
  state
  approverName
  approverEmail
  askedAt
  linkUntil
  decidedAt
  reason
  reopenedAt
  waitsFor
  forMySide
}
    `, {"fragmentName":"SignOffParts"}) as unknown as TypedDocumentString<SignOffPartsFragment, unknown>;
export const FindAcademicsDocument = {"__meta__":{"hash":"sha256:e190fc577a821d26c09aff81b55c271b2f30e2f6b49597686dced360b5ba8473"}} as unknown as TypedDocumentString<FindAcademicsQuery, FindAcademicsQueryVariables>;
export const CountAcademicsDocument = {"__meta__":{"hash":"sha256:9fb4af398dc709b9e8c883d1a0d76d913be323a001f769687b4f80246a7700de"}} as unknown as TypedDocumentString<CountAcademicsQuery, CountAcademicsQueryVariables>;
export const AcademicProfileDocument = {"__meta__":{"hash":"sha256:64ff2ee62eaafa9da532621ee245c0fad478c95d59acd7fb83452c0ab4e69db3"}} as unknown as TypedDocumentString<AcademicProfileQuery, AcademicProfileQueryVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:112df30467df573eb9d52635379b35ea35efb1e74d095fd038fd77022cc62038"}} as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const OrganisationsToVerifyDocument = {"__meta__":{"hash":"sha256:de28597b8f0cd5ee872e8b3e335452318335c6a0a1d697da05a44fe9ba641694"}} as unknown as TypedDocumentString<OrganisationsToVerifyQuery, OrganisationsToVerifyQueryVariables>;
export const VerifyOrganisationDocument = {"__meta__":{"hash":"sha256:92943cecf451bba1824060266cb50aee4a5058cf6f2c3154e9c3b3831051aec4"}} as unknown as TypedDocumentString<VerifyOrganisationMutation, VerifyOrganisationMutationVariables>;
export const ClaimsToReviewDocument = {"__meta__":{"hash":"sha256:0b6bd8bdfda1ea4601feae1bc1b953391c70aeffda8896359bee91631558b77f"}} as unknown as TypedDocumentString<ClaimsToReviewQuery, ClaimsToReviewQueryVariables>;
export const ClaimedProfileDocument = {"__meta__":{"hash":"sha256:ef8b285048becd970f8247cb9d6b32af6dfb3a0239ad42a2981f23b1774492e9"}} as unknown as TypedDocumentString<ClaimedProfileQuery, ClaimedProfileQueryVariables>;
export const DecideClaimDocument = {"__meta__":{"hash":"sha256:31300c91bdff82b2a9038ab230250b08873906d0c0bbaec773b64a73b637276e"}} as unknown as TypedDocumentString<DecideClaimMutation, DecideClaimMutationVariables>;
export const IndexRebuildsDocument = {"__meta__":{"hash":"sha256:6e4b9d61d4f881f173b0ebb8ce42a96b20694214e2b34ef2003ddcd2637119d5"}} as unknown as TypedDocumentString<IndexRebuildsQuery, IndexRebuildsQueryVariables>;
export const RebuildIndexDocument = {"__meta__":{"hash":"sha256:1eb195d8441988d5a1027bb86e349161d33233888033d297adb3db7df7987052"}} as unknown as TypedDocumentString<RebuildIndexMutation, RebuildIndexMutationVariables>;
export const ExposureMeasurementsDocument = {"__meta__":{"hash":"sha256:c117edd3a3fe19a3b32aee4ff8ea28c9fb48e95eb2511d220c6640e4c3e9c6fb"}} as unknown as TypedDocumentString<ExposureMeasurementsQuery, ExposureMeasurementsQueryVariables>;
export const MeasureExposureDocument = {"__meta__":{"hash":"sha256:fc125236a1a74a70d966531b1591dd8c589580889dd23563881fb8706cf0a837"}} as unknown as TypedDocumentString<MeasureExposureMutation, MeasureExposureMutationVariables>;
export const TopicTreeDocument = {"__meta__":{"hash":"sha256:fff3ba8e8a5c2c5e66e22300eecc784e0e77431834a162106d0543bf362b937f"}} as unknown as TypedDocumentString<TopicTreeQuery, TopicTreeQueryVariables>;
export const TopicMergesDocument = {"__meta__":{"hash":"sha256:40f0151e9a1429df2eebbbe0f4212de30deb7cbde6e6719cb09bf8d1f95ca4cc"}} as unknown as TypedDocumentString<TopicMergesQuery, TopicMergesQueryVariables>;
export const TopicWordsDocument = {"__meta__":{"hash":"sha256:adec27574220aab6c78f507b9886faa58230911eeb0d00109f843527a8ab65f3"}} as unknown as TypedDocumentString<TopicWordsQuery, TopicWordsQueryVariables>;
export const AddTopicSynonymDocument = {"__meta__":{"hash":"sha256:fc89624640231d5ff8ae395e8b7913de4549d77950d719c3d0726dc4275e5fd9"}} as unknown as TypedDocumentString<AddTopicSynonymMutation, AddTopicSynonymMutationVariables>;
export const RemoveTopicSynonymDocument = {"__meta__":{"hash":"sha256:46bd2cc1e80231fb1c6d22d6518825d7f9a29eaa74c4f3ee02a2377b6fad71d8"}} as unknown as TypedDocumentString<RemoveTopicSynonymMutation, RemoveTopicSynonymMutationVariables>;
export const SetTopicWordAsideDocument = {"__meta__":{"hash":"sha256:96182e158e5d2dc4dc6b04e1fc0baf1646fe93a3b4247a9e839ee5acb1d4fa8d"}} as unknown as TypedDocumentString<SetTopicWordAsideMutation, SetTopicWordAsideMutationVariables>;
export const MergeTopicsDocument = {"__meta__":{"hash":"sha256:7f102fe8bb8c478a4092787b19fa37300c69160f7d3dc7e6732b122bb9956bdb"}} as unknown as TypedDocumentString<MergeTopicsMutation, MergeTopicsMutationVariables>;
export const UndoTopicMergeDocument = {"__meta__":{"hash":"sha256:6d4ebd12fea8f9fb7303618c8bfce494aa2f76ffaf8ba971dcf9b1ee32f9de11"}} as unknown as TypedDocumentString<UndoTopicMergeMutation, UndoTopicMergeMutationVariables>;
export const AgreementNavigatorDocument = {"__meta__":{"hash":"sha256:9e6b754e3a16731784d172fabf308cb8c17ed3501b29c1ae12f925edeff981d1"}} as unknown as TypedDocumentString<AgreementNavigatorQuery, AgreementNavigatorQueryVariables>;
export const AgreementsDocument = {"__meta__":{"hash":"sha256:21f48274eb7d277c66db4c729ba065bc6ff4d32312e69c4ee1ec0a365a1b2fa3"}} as unknown as TypedDocumentString<AgreementsQuery, AgreementsQueryVariables>;
export const DraftAgreementDocument = {"__meta__":{"hash":"sha256:ee9ee1dd2066bf2987d085db2d381a58f6bdbe0bf5174d3cab0ddf5b8fcafa35"}} as unknown as TypedDocumentString<DraftAgreementMutation, DraftAgreementMutationVariables>;
export const SaveHeadsOfTermsDocument = {"__meta__":{"hash":"sha256:d89255154595885af77f65a533183ce28b3bc0e42b8b7d1e331e3b9ed4ff240e"}} as unknown as TypedDocumentString<SaveHeadsOfTermsMutation, SaveHeadsOfTermsMutationVariables>;
export const MoveAgreementDocument = {"__meta__":{"hash":"sha256:4222f6c2a85231f56d8dae6b4f5163bb3e8a95bed1f57544b997bb306a414be3"}} as unknown as TypedDocumentString<MoveAgreementMutation, MoveAgreementMutationVariables>;
export const RecordSignatureDocument = {"__meta__":{"hash":"sha256:5cfd7f3bc560356489f0a8da18a6166e5089195adec20bd8afff3c201446172f"}} as unknown as TypedDocumentString<RecordSignatureMutation, RecordSignatureMutationVariables>;
export const SaveAgreementStepDocument = {"__meta__":{"hash":"sha256:914b859ef2a69939fbd085db9799154ff0263f08e4d2d95d7832aa03e51e6bbf"}} as unknown as TypedDocumentString<SaveAgreementStepMutation, SaveAgreementStepMutationVariables>;
export const CollaborationDocumentsDocument = {"__meta__":{"hash":"sha256:d93426c9ce64699a415c0bec3f5e59a789a25bc76b37097aa2b997d04a029813"}} as unknown as TypedDocumentString<CollaborationDocumentsQuery, CollaborationDocumentsQueryVariables>;
export const AddDocumentDocument = {"__meta__":{"hash":"sha256:b6fc814dae25085d290385fa203603d4219ba86c799cfd9325323602cef290b5"}} as unknown as TypedDocumentString<AddDocumentMutation, AddDocumentMutationVariables>;
export const RestrictDocumentDocument = {"__meta__":{"hash":"sha256:ab54f2b7a53837debcb81eded79f648afd1f0b41176475ed56040b28722b26ae"}} as unknown as TypedDocumentString<RestrictDocumentMutation, RestrictDocumentMutationVariables>;
export const RemoveDocumentDocument = {"__meta__":{"hash":"sha256:3e6463cd373760033ad3c3734b67bc16c0ca3979113e851526aaf022deab7101"}} as unknown as TypedDocumentString<RemoveDocumentMutation, RemoveDocumentMutationVariables>;
export const CollaborationsDocument = {"__meta__":{"hash":"sha256:413fe542f08f867ce7db9f66a8885ff2d524c25f0fcbc9cad22526893e88b3be"}} as unknown as TypedDocumentString<CollaborationsQuery, CollaborationsQueryVariables>;
export const CollaborationPageDocument = {"__meta__":{"hash":"sha256:ef4a5e5a200c7fc193fe4d2f57f7f8edb1b7e6f52a2fc993567a41613284e24f"}} as unknown as TypedDocumentString<CollaborationPageQuery, CollaborationPageQueryVariables>;
export const PairHistoryDocument = {"__meta__":{"hash":"sha256:7c624b16fb985d9098e80c7fe491e336a5d691ac48a5cfaf610f53d36812928d"}} as unknown as TypedDocumentString<PairHistoryQuery, PairHistoryQueryVariables>;
export const MyCollaborationWorkDocument = {"__meta__":{"hash":"sha256:0b638d2614df505f37115ae7247bf10d4878ed3c1b2bbe1ef779b781db510be0"}} as unknown as TypedDocumentString<MyCollaborationWorkQuery, MyCollaborationWorkQueryVariables>;
export const AnswerCollaborationInvitationDocument = {"__meta__":{"hash":"sha256:b4791ec680632b94866ba99fd01d77448ca53b37c06db1715720a2b92b1c2bcc"}} as unknown as TypedDocumentString<AnswerCollaborationInvitationMutation, AnswerCollaborationInvitationMutationVariables>;
export const AddCollaborationPersonDocument = {"__meta__":{"hash":"sha256:e39044445c5e20361d8707ae8c445de8b1bd244778aa30abb2ff1bff68159818"}} as unknown as TypedDocumentString<AddCollaborationPersonMutation, AddCollaborationPersonMutationVariables>;
export const ChangeCollaborationRoleDocument = {"__meta__":{"hash":"sha256:2848fe59e8b7c182fda9fe298c63da70f66c871fa4d9f07bd68113b1404eb049"}} as unknown as TypedDocumentString<ChangeCollaborationRoleMutation, ChangeCollaborationRoleMutationVariables>;
export const RemoveCollaborationPersonDocument = {"__meta__":{"hash":"sha256:fd7053c0ec4198ac7b13898c5906b3b5ddc2c19c8b9aa563fe2a6f9a45239150"}} as unknown as TypedDocumentString<RemoveCollaborationPersonMutation, RemoveCollaborationPersonMutationVariables>;
export const CancelCollaborationInvitationDocument = {"__meta__":{"hash":"sha256:06a3168a3fb0c8099a1ddc3db635017f37182d5ffc803a49477cc4d465e3e6b2"}} as unknown as TypedDocumentString<CancelCollaborationInvitationMutation, CancelCollaborationInvitationMutationVariables>;
export const AddCollaborationTaskDocument = {"__meta__":{"hash":"sha256:d9a7283f9115c0af32b0cd6d6ecdbf94386e314e926f6047f4248717b69f4322"}} as unknown as TypedDocumentString<AddCollaborationTaskMutation, AddCollaborationTaskMutationVariables>;
export const ChangeCollaborationTaskDocument = {"__meta__":{"hash":"sha256:673209818093f810f24ef18de2aaa30fea0ee9eb268e86ac5126815a3d2209b8"}} as unknown as TypedDocumentString<ChangeCollaborationTaskMutation, ChangeCollaborationTaskMutationVariables>;
export const OrderCollaborationTasksDocument = {"__meta__":{"hash":"sha256:63c6a46e8b9483f1fd5adecc2a1d001ea16c144007a7fa4f6339da3a153c0891"}} as unknown as TypedDocumentString<OrderCollaborationTasksMutation, OrderCollaborationTasksMutationVariables>;
export const FinishCollaborationTaskDocument = {"__meta__":{"hash":"sha256:e6a6db2083670f4eb4afa6270b9fc1526147a912c0ff4831dac14ecdf56320fa"}} as unknown as TypedDocumentString<FinishCollaborationTaskMutation, FinishCollaborationTaskMutationVariables>;
export const RemoveCollaborationTaskDocument = {"__meta__":{"hash":"sha256:70a981c1721e55a724a55fa06fdab6c4b81e5c895a5d8d3f0a8595ba1cc4ada8"}} as unknown as TypedDocumentString<RemoveCollaborationTaskMutation, RemoveCollaborationTaskMutationVariables>;
export const PostCollaborationMessageDocument = {"__meta__":{"hash":"sha256:c04d50a49d48e40fa508013b0b3929f2772ecd86e9f3331d679f11f9bfcd809f"}} as unknown as TypedDocumentString<PostCollaborationMessageMutation, PostCollaborationMessageMutationVariables>;
export const MarkCollaborationReadDocument = {"__meta__":{"hash":"sha256:c357917dc276b586cf88032affeefcc92579341fdaa19162702511f2e84c5de0"}} as unknown as TypedDocumentString<MarkCollaborationReadMutation, MarkCollaborationReadMutationVariables>;
export const SetNextDateDocument = {"__meta__":{"hash":"sha256:63d591fa29ef18fc8b2fd80f1b73323e66852bf679c3906cb2a6cb7620956d32"}} as unknown as TypedDocumentString<SetNextDateMutation, SetNextDateMutationVariables>;
export const StartFollowUpDocument = {"__meta__":{"hash":"sha256:d1df22352de8c02c5242970d520cdf09fdd53036c25567d6a018570a3b916689"}} as unknown as TypedDocumentString<StartFollowUpMutation, StartFollowUpMutationVariables>;
export const MoveCollaborationDocument = {"__meta__":{"hash":"sha256:bc20a080e35bdeb948daca47d234052d1ce85e8288f78f8985e06f4e2063aa88"}} as unknown as TypedDocumentString<MoveCollaborationMutation, MoveCollaborationMutationVariables>;
export const ChangeTermsDocument = {"__meta__":{"hash":"sha256:cb6b26ea4d2134b5fe4d5a936c908ca20ae1e4b138735dd852883699a6cdd161"}} as unknown as TypedDocumentString<ChangeTermsMutation, ChangeTermsMutationVariables>;
export const ComparedOneDocument = {"__meta__":{"hash":"sha256:52a5445dc923b6fa461f54ee526eb28282fb38f75daad43ff28f06afa0c90c7f"}} as unknown as TypedDocumentString<ComparedOneQuery, ComparedOneQueryVariables>;
export const CreateOpportunityDocument = {"__meta__":{"hash":"sha256:d258918b5c97b2a6acc69f0f6300f4500631748579b180694d95649dfe5af435"}} as unknown as TypedDocumentString<CreateOpportunityMutation, CreateOpportunityMutationVariables>;
export const UpdateOpportunityDocument = {"__meta__":{"hash":"sha256:a31e8ee6649a62c444308e4c1854b0399b7ba13f59d319ceba9475616f6a5b9f"}} as unknown as TypedDocumentString<UpdateOpportunityMutation, UpdateOpportunityMutationVariables>;
export const PublishOpportunityDocument = {"__meta__":{"hash":"sha256:a0c85a911b6a7a7ff28c6e5ce3df27f77e6479e6aba1edd566587a7f73f82fb5"}} as unknown as TypedDocumentString<PublishOpportunityMutation, PublishOpportunityMutationVariables>;
export const CloseOpportunityDocument = {"__meta__":{"hash":"sha256:4692891ec4e3374eca3ea05660504bf485cbb6cc948b416880621699918cb6c7"}} as unknown as TypedDocumentString<CloseOpportunityMutation, CloseOpportunityMutationVariables>;
export const BlindCheckDocument = {"__meta__":{"hash":"sha256:c10588cbff44ae37997737b5628e5e87aa8961c612f815bbbf093d85b6a87781"}} as unknown as TypedDocumentString<BlindCheckQuery, BlindCheckQueryVariables>;
export const AboutHowManyDocument = {"__meta__":{"hash":"sha256:9e45a6f0992487aca1024c74bc00711b2d4c6f90c090721ae278212616460b8f"}} as unknown as TypedDocumentString<AboutHowManyQuery, AboutHowManyQueryVariables>;
export const WaitingForMeDocument = {"__meta__":{"hash":"sha256:efe82f10f50b8fd4b7f1ebb3bc96c2f64f8c0290ed6d7bf13c9f5453250c1969"}} as unknown as TypedDocumentString<WaitingForMeQuery, WaitingForMeQueryVariables>;
export const BestMatchesDocument = {"__meta__":{"hash":"sha256:e282cc86505ee0aa53d01f6671acf02a4e8b00799befd6c244f2e616b64b2d88"}} as unknown as TypedDocumentString<BestMatchesQuery, BestMatchesQueryVariables>;
export const ActivityDocument = {"__meta__":{"hash":"sha256:22a10c2de6887c4db5ffcf884573b0f03e516e7d2c567850507aff324e57d604"}} as unknown as TypedDocumentString<ActivityQuery, ActivityQueryVariables>;
export const DeclarationTermsDocument = {"__meta__":{"hash":"sha256:e20420d0bd958a412615bcae37e7fed7315a091b710c8ff5f52ca58cc495d4b8"}} as unknown as TypedDocumentString<DeclarationTermsQuery, DeclarationTermsQueryVariables>;
export const MyInterestsDocument = {"__meta__":{"hash":"sha256:b36f0c43afb84165e17dc8ae075e82151b5c675b936912ff7e6c7713174d9adc"}} as unknown as TypedDocumentString<MyInterestsQuery, MyInterestsQueryVariables>;
export const InterestStandingDocument = {"__meta__":{"hash":"sha256:c05a472489b9eb0dcc301daecfc3c5d25b4fa769af77e98c776c1e91e052281c"}} as unknown as TypedDocumentString<InterestStandingQuery, InterestStandingQueryVariables>;
export const InterestHistoryDocument = {"__meta__":{"hash":"sha256:489e4656b8c05a278beffb9777e86841d86c3047c879b028e2f890e761d14f9d"}} as unknown as TypedDocumentString<InterestHistoryQuery, InterestHistoryQueryVariables>;
export const InterestSuggestionsDocument = {"__meta__":{"hash":"sha256:942fd86ec2a58a24d70dd24b30c892436ed223817746b17bdc428c4186ba4892"}} as unknown as TypedDocumentString<InterestSuggestionsQuery, InterestSuggestionsQueryVariables>;
export const DeclarationsForDocument = {"__meta__":{"hash":"sha256:9938d315bedf323d59b4bcc9fb46aa41337bf44b0e3ad111d539a7bc52120f45"}} as unknown as TypedDocumentString<DeclarationsForQuery, DeclarationsForQueryVariables>;
export const InterestRegisterDocument = {"__meta__":{"hash":"sha256:07f01e388094c8af8a85018f69781de9b75165735d22afd3d10cf01ad01e28ba"}} as unknown as TypedDocumentString<InterestRegisterQuery, InterestRegisterQueryVariables>;
export const DeclareInterestDocument = {"__meta__":{"hash":"sha256:f980a2b51b476dc2c78d5f7f4a40fa173c9c0a15c3a53400ec1ca03a16b62784"}} as unknown as TypedDocumentString<DeclareInterestMutation, DeclareInterestMutationVariables>;
export const ChangeInterestDocument = {"__meta__":{"hash":"sha256:3c143f970c2f4d5ab418870b46b040b489269f5a040a4649d3dae6ec75c2aa34"}} as unknown as TypedDocumentString<ChangeInterestMutation, ChangeInterestMutationVariables>;
export const DeclareNoInterestsDocument = {"__meta__":{"hash":"sha256:6eb6ee16350303ec02a28e39bceab14602583925fe4414396ab2936c1f110bc9"}} as unknown as TypedDocumentString<DeclareNoInterestsMutation, DeclareNoInterestsMutationVariables>;
export const EndInterestDocument = {"__meta__":{"hash":"sha256:7e6f5414f88dc0a19934a3a8221d9cc17d33f96f9e9c76bd1c336ae6e13f7552"}} as unknown as TypedDocumentString<EndInterestMutation, EndInterestMutationVariables>;
export const WithdrawInterestDocument = {"__meta__":{"hash":"sha256:dd6675f178fc6d5e7304c7c6565105818d41aede0ad28014732cc72bbdf8761f"}} as unknown as TypedDocumentString<WithdrawInterestMutation, WithdrawInterestMutationVariables>;
export const ConfirmInterestsDocument = {"__meta__":{"hash":"sha256:1fc6a6835b070786023f5b4c4d25abfc6bbf73ecac3d91fc54dd1211f7ce9121"}} as unknown as TypedDocumentString<ConfirmInterestsMutation, ConfirmInterestsMutationVariables>;
export const MitigateInterestDocument = {"__meta__":{"hash":"sha256:26b3dbb007ba83970134a4aa520b569fc4a30464bfdfe773be4e96fb261b60da"}} as unknown as TypedDocumentString<MitigateInterestMutation, MitigateInterestMutationVariables>;
export const DismissInterestSuggestionDocument = {"__meta__":{"hash":"sha256:06b8efc6452aea4d0f22dd20becb67dfe55651ac810d78ced3d1d91fa99b35b4"}} as unknown as TypedDocumentString<DismissInterestSuggestionMutation, DismissInterestSuggestionMutationVariables>;
export const CompanyTransfersDocument = {"__meta__":{"hash":"sha256:89bc7daff7158e9f1a94347401bf9f35978d7872aba6ddb2fb932028139df35b"}} as unknown as TypedDocumentString<CompanyTransfersQuery, CompanyTransfersQueryVariables>;
export const TransferYearDocument = {"__meta__":{"hash":"sha256:3f3886bede1f5ceab74ae70b3ef7904001d6079e5c7d5d37627f7cc94c0c5f8a"}} as unknown as TypedDocumentString<TransferYearQuery, TransferYearQueryVariables>;
export const TransfersToMeDocument = {"__meta__":{"hash":"sha256:021225d896860e05b748a11cc43f119582105bddf4792f8e9f0e4d469a6e9e3c"}} as unknown as TypedDocumentString<TransfersToMeQuery, TransfersToMeQueryVariables>;
export const TransfersToPeopleDocument = {"__meta__":{"hash":"sha256:f41b478e937c3de8e4192d34e45996f1217f1f75377705fc8c2454e06ae5227b"}} as unknown as TypedDocumentString<TransfersToPeopleQuery, TransfersToPeopleQueryVariables>;
export const RecordTransferDocument = {"__meta__":{"hash":"sha256:86ed126b98b0dbbe3f5b8678f91e5da1ccfb202455ed93c54637c1a6d9eff9c2"}} as unknown as TypedDocumentString<RecordTransferMutation, RecordTransferMutationVariables>;
export const CorrectTransferDocument = {"__meta__":{"hash":"sha256:2a0960d5da634392d2b9fa2d7e5d0728c446563ddfb3ee1698ab2f1d23736cd6"}} as unknown as TypedDocumentString<CorrectTransferMutation, CorrectTransferMutationVariables>;
export const DisputeTransferDocument = {"__meta__":{"hash":"sha256:fd0693bc3dacf114bb83c97f3930fa817908379d10d2bd8f2731d85ebb781fd2"}} as unknown as TypedDocumentString<DisputeTransferMutation, DisputeTransferMutationVariables>;
export const SetNamingConsentDocument = {"__meta__":{"hash":"sha256:a95b81609d1f617559752a8fbc4a14877086c3e8e3f5344821c6462dec9a74c5"}} as unknown as TypedDocumentString<SetNamingConsentMutation, SetNamingConsentMutationVariables>;
export const PeopleLikeDocument = {"__meta__":{"hash":"sha256:8557a6f4c74ee38c78beb9cf1c5a4a1b2176ce182ff3024940aefbbf5342322c"}} as unknown as TypedDocumentString<PeopleLikeQuery, PeopleLikeQueryVariables>;
export const GovernanceChoicesDocument = {"__meta__":{"hash":"sha256:03a80d1221e9069c4024363151abbe8e0f3a9fac5e612b35f5679ceee0e0099d"}} as unknown as TypedDocumentString<GovernanceChoicesQuery, GovernanceChoicesQueryVariables>;
export const TrainingAdviceDocument = {"__meta__":{"hash":"sha256:f4446bf3498bcf583d3180ecf3592bd303367dcd3f85a9adcc3becc626aaef45"}} as unknown as TypedDocumentString<TrainingAdviceQuery, TrainingAdviceQueryVariables>;
export const TrainingCalendarDocument = {"__meta__":{"hash":"sha256:5247641fd38fcc373b20b42f5cf4d86c0fc8693584e3d2f5c3c144c2b30d0c9c"}} as unknown as TypedDocumentString<TrainingCalendarQuery, TrainingCalendarQueryVariables>;
export const SavedCalendarDocument = {"__meta__":{"hash":"sha256:c7b89431ceb7e62755483e39bc1d7547a2eaa9b1af3bbce36bcc74d55401c2a8"}} as unknown as TypedDocumentString<SavedCalendarQuery, SavedCalendarQueryVariables>;
export const TrainingFormDocument = {"__meta__":{"hash":"sha256:000491a7ee78a24af6c7a86a5feb747672651139c48d7a27e2eedaf0bbcd4c59"}} as unknown as TypedDocumentString<TrainingFormQuery, TrainingFormQueryVariables>;
export const TrainingPlansDocument = {"__meta__":{"hash":"sha256:160f0e98beba658af8412c9cf9cc9dfb1ac86611f2d0803f22baf135911f8075"}} as unknown as TypedDocumentString<TrainingPlansQuery, TrainingPlansQueryVariables>;
export const TrainingPlanDocument = {"__meta__":{"hash":"sha256:8a5b98df45c24386ad5c08b378ad4f3d7b1e9b3ee17099bb11a7493836453e8f"}} as unknown as TypedDocumentString<TrainingPlanQuery, TrainingPlanQueryVariables>;
export const SaveTrainingPlanDocument = {"__meta__":{"hash":"sha256:fc32ee0ec836f4c57f5b3724b83b1e46981a58d1246030d5da38d47229aab028"}} as unknown as TypedDocumentString<SaveTrainingPlanMutation, SaveTrainingPlanMutationVariables>;
export const DeleteTrainingPlanDocument = {"__meta__":{"hash":"sha256:ceb1070c97c43d332cf645f7443e4dfa24efdf7e281a8a694e1266b0e6d26b08"}} as unknown as TypedDocumentString<DeleteTrainingPlanMutation, DeleteTrainingPlanMutationVariables>;
export const PreCheckDocument = {"__meta__":{"hash":"sha256:66e6256d32cf522319e6dfc0610ab28d75d0fd0744cb862e8c0639d99946b704"}} as unknown as TypedDocumentString<PreCheckQuery, PreCheckQueryVariables>;
export const PolicyPacksDocument = {"__meta__":{"hash":"sha256:9f5c0c68edfcdef528e4073bde73393ce4255b942947efc737fc596f3990b939"}} as unknown as TypedDocumentString<PolicyPacksQuery, PolicyPacksQueryVariables>;
export const FunderPolicyPacksDocument = {"__meta__":{"hash":"sha256:9c09137973843a14c7fa830fac0ce6adb50afdfe78f2360a602221d554af5dc1"}} as unknown as TypedDocumentString<FunderPolicyPacksQuery, FunderPolicyPacksQueryVariables>;
export const PolicyFundersDocument = {"__meta__":{"hash":"sha256:9819d4d1cfbb533a92e2e60d9c818aca8782adc15b1a4f8b3d519ca012fc993c"}} as unknown as TypedDocumentString<PolicyFundersQuery, PolicyFundersQueryVariables>;
export const PolicyTrialDocument = {"__meta__":{"hash":"sha256:97cab4b3e621adafc51bfa7365f7518c535f71fa65a90374b34a0a1de2682afc"}} as unknown as TypedDocumentString<PolicyTrialQuery, PolicyTrialQueryVariables>;
export const SavePolicyPackDocument = {"__meta__":{"hash":"sha256:30ba55e64ca12d323ef0e5b067805ba90f67ee9438cb7a326a996e20a920c229"}} as unknown as TypedDocumentString<SavePolicyPackMutation, SavePolicyPackMutationVariables>;
export const PlannerProfileDocument = {"__meta__":{"hash":"sha256:0e4603d2a1da6022cee53be35178f34c42a29dc52560abd60aeb41a347f1246c"}} as unknown as TypedDocumentString<PlannerProfileQuery, PlannerProfileQueryVariables>;
export const DirectorySizeDocument = {"__meta__":{"hash":"sha256:6c48431210793d729365fc5bb811c5fc44b08c6eca5c999ddb47941f8017ca21"}} as unknown as TypedDocumentString<DirectorySizeQuery, DirectorySizeQueryVariables>;
export const InboxDocument = {"__meta__":{"hash":"sha256:166d8a4682aa7dbf5e0bef47df5d8a196f72da23f8e1dea56d23ffb3f36530bc"}} as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const NewsDocument = {"__meta__":{"hash":"sha256:86b1047f1a1850a6ef4d0d6513962c3d88d226bc30266816d835faa73a5f8fe0"}} as unknown as TypedDocumentString<NewsQuery, NewsQueryVariables>;
export const NewestNotificationsDocument = {"__meta__":{"hash":"sha256:416d59927ca85f4115757fde57845ee5ead27aabdc55503c085e99e88558c0c4"}} as unknown as TypedDocumentString<NewestNotificationsQuery, NewestNotificationsQueryVariables>;
export const MarkNotificationsReadDocument = {"__meta__":{"hash":"sha256:7d103dd3f89d2a2030d63eeed88004c1a6da3bafa3b39cbe215a64a79b1d2b01"}} as unknown as TypedDocumentString<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
export const MarkRequestReadDocument = {"__meta__":{"hash":"sha256:12cee8a5f2536160e35dd6c8f820b560c9c7271d4aaee8f6e068e7783f058816"}} as unknown as TypedDocumentString<MarkRequestReadMutation, MarkRequestReadMutationVariables>;
export const ArchiveRequestsDocument = {"__meta__":{"hash":"sha256:8b4e31a1839022f65796ca4a75131f40e9909a6e9501e1b71156621ef4982922"}} as unknown as TypedDocumentString<ArchiveRequestsMutation, ArchiveRequestsMutationVariables>;
export const AcceptRequestDocument = {"__meta__":{"hash":"sha256:c4f403d4e39511146144e2f224a88f8dc5ca58f3f86b949890d0e76ac188750b"}} as unknown as TypedDocumentString<AcceptRequestMutation, AcceptRequestMutationVariables>;
export const SignRequestNdaDocument = {"__meta__":{"hash":"sha256:0fd961c153ab15d7bb7612a52b9f5e90d55c598b28522b609071ee4e2d8d2994"}} as unknown as TypedDocumentString<SignRequestNdaMutation, SignRequestNdaMutationVariables>;
export const DeclineRequestDocument = {"__meta__":{"hash":"sha256:30588461b961ad7821d5818b4f4810b1742ad986f8ef12aff08e5a3a76d3ad01"}} as unknown as TypedDocumentString<DeclineRequestMutation, DeclineRequestMutationVariables>;
export const AskRequestDocument = {"__meta__":{"hash":"sha256:bd37249b2980c458b31cf3f22467efbe130d3feac530d6044784112dcaa7fdcb"}} as unknown as TypedDocumentString<AskRequestMutation, AskRequestMutationVariables>;
export const AnswerRequestDocument = {"__meta__":{"hash":"sha256:675f4661e79fcb3aaf18f85af446426fc6a9eb58587fa0c09f87c2b3cc97d141"}} as unknown as TypedDocumentString<AnswerRequestMutation, AnswerRequestMutationVariables>;
export const ReferRequestDocument = {"__meta__":{"hash":"sha256:a1e5a62d46546e79a43093e647d2fe60dc76c9459ae4f58033a1e164249a1970"}} as unknown as TypedDocumentString<ReferRequestMutation, ReferRequestMutationVariables>;
export const WithdrawRequestDocument = {"__meta__":{"hash":"sha256:852ebef02daed8930862bd522efb157a3aaaa652936a0e9bc620e98098d69034"}} as unknown as TypedDocumentString<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const UndoRequestDocument = {"__meta__":{"hash":"sha256:ad808e3b5fc832eb64ee6c3a07783c18cf861ee3f1e786f7017a7dd5a5d5ae47"}} as unknown as TypedDocumentString<UndoRequestMutation, UndoRequestMutationVariables>;
export const ApproveRequestDocument = {"__meta__":{"hash":"sha256:377a99305ae9beda631471610ebcec824e36bb318901e2978121c18ebafe296c"}} as unknown as TypedDocumentString<ApproveRequestMutation, ApproveRequestMutationVariables>;
export const RefuseRequestDocument = {"__meta__":{"hash":"sha256:cd648a5b496c08bff6eee90c0ccc1e4f400ecfc383086dbd9ebaa7c47310e49b"}} as unknown as TypedDocumentString<RefuseRequestMutation, RefuseRequestMutationVariables>;
export const PostRequestMessageDocument = {"__meta__":{"hash":"sha256:29a77645d46dce181a932cdb98168a444b003e8ba3e2373bd2575183c5fa8688"}} as unknown as TypedDocumentString<PostRequestMessageMutation, PostRequestMessageMutationVariables>;
export const PickRequestTimeDocument = {"__meta__":{"hash":"sha256:70e87c658284f46ddd4de4769137a1b86b343ae3cc2c8ac0f44374e1b0759b8b"}} as unknown as TypedDocumentString<PickRequestTimeMutation, PickRequestTimeMutationVariables>;
export const DeclineReasonsDocument = {"__meta__":{"hash":"sha256:acc0d577622ed82e8ed1c6c127a5cbb5199e1790ffeb5096394e5a3f96d46bcf"}} as unknown as TypedDocumentString<DeclineReasonsQuery, DeclineReasonsQueryVariables>;
export const FindColleagueDocument = {"__meta__":{"hash":"sha256:0ce060cdf9a253b0e939779b1cf641da86acf2f21d0036526baf48f134c49f7a"}} as unknown as TypedDocumentString<FindColleagueQuery, FindColleagueQueryVariables>;
export const NdaUndertakingDocument = {"__meta__":{"hash":"sha256:e92b8f2c6fc3837e5fa21952cbebc1ce4a9ea8a6d8edf142bf201f30eb588a97"}} as unknown as TypedDocumentString<NdaUndertakingQuery, NdaUndertakingQueryVariables>;
export const IntroductionPathsDocument = {"__meta__":{"hash":"sha256:1aa276a993e3269ab00de52e58e75973a190e095c3e25ad33b87336540dea759"}} as unknown as TypedDocumentString<IntroductionPathsQuery, IntroductionPathsQueryVariables>;
export const AskForIntroductionDocument = {"__meta__":{"hash":"sha256:873baf199fd0cc1c40ea683a1de4ce84a532fd2aa123d6178effafcd30a17dbe"}} as unknown as TypedDocumentString<AskForIntroductionMutation, AskForIntroductionMutationVariables>;
export const IntroductionsDocument = {"__meta__":{"hash":"sha256:7157c62bc3085b54170810d6e2bc0265243749ce87fb5084d5033c91fb3796a0"}} as unknown as TypedDocumentString<IntroductionsQuery, IntroductionsQueryVariables>;
export const ChooseIntroductionsDocument = {"__meta__":{"hash":"sha256:ae329057f34c63f52b501f9e17814ba8e0d42dc30efc227f6cbee3209f770282"}} as unknown as TypedDocumentString<ChooseIntroductionsMutation, ChooseIntroductionsMutationVariables>;
export const ApproveIntroductionDocument = {"__meta__":{"hash":"sha256:d8af70b1455b7e3595064cbf37b8329c8d3c49f6d6af38a8b4ed6ceb93a97685"}} as unknown as TypedDocumentString<ApproveIntroductionMutation, ApproveIntroductionMutationVariables>;
export const RefuseIntroductionDocument = {"__meta__":{"hash":"sha256:cc2f04d14faa5ccb0de4630f1f9c30fb7f8b289b0a8396abca2e6d3aa02a8b11"}} as unknown as TypedDocumentString<RefuseIntroductionMutation, RefuseIntroductionMutationVariables>;
export const WithdrawIntroductionDocument = {"__meta__":{"hash":"sha256:b877ee7cee9cfb01d9f5dac34c09c5b865deb6c8a875bb8daebbd51ad0d9db38"}} as unknown as TypedDocumentString<WithdrawIntroductionMutation, WithdrawIntroductionMutationVariables>;
export const AnswerIntroductionDocument = {"__meta__":{"hash":"sha256:0e8c6c359b3d2058c341e7973efc121da38f48244fcbd036cfdfe0293a21c1fa"}} as unknown as TypedDocumentString<AnswerIntroductionMutation, AnswerIntroductionMutationVariables>;
export const ExplainMatchDocument = {"__meta__":{"hash":"sha256:48ea48701fed086be0843ff84fa107d3611bbef0233d32a0da610cbc55a6ecc1"}} as unknown as TypedDocumentString<ExplainMatchQuery, ExplainMatchQueryVariables>;
export const MyMatchJudgementDocument = {"__meta__":{"hash":"sha256:37dce8999f3a28f37b3cdd71de52cd982c9838b8d6ade8f59ad9968ccdc68b2c"}} as unknown as TypedDocumentString<MyMatchJudgementQuery, MyMatchJudgementQueryVariables>;
export const MatchJudgementReasonsDocument = {"__meta__":{"hash":"sha256:c2b9bdab392c5eb96668358bd612486b5ed0974a3342741533eb2ffb04bd6973"}} as unknown as TypedDocumentString<MatchJudgementReasonsQuery, MatchJudgementReasonsQueryVariables>;
export const JudgeMatchDocument = {"__meta__":{"hash":"sha256:25b3f89cd060c8f98d16087c3fda2fe551f420a3456553622fbe8c8311e33a7e"}} as unknown as TypedDocumentString<JudgeMatchMutation, JudgeMatchMutationVariables>;
export const RemoveMatchJudgementDocument = {"__meta__":{"hash":"sha256:b429e85db8f3c03d27fabb24f8373270d7e7df398046c92f97cca57c8f0514e9"}} as unknown as TypedDocumentString<RemoveMatchJudgementMutation, RemoveMatchJudgementMutationVariables>;
export const ConsentsDocument = {"__meta__":{"hash":"sha256:6973a0dbb23fbede00eacd15338c9051109299e1f2e4505ef938c5530fca1d7a"}} as unknown as TypedDocumentString<ConsentsQuery, ConsentsQueryVariables>;
export const WithdrawConsentDocument = {"__meta__":{"hash":"sha256:857c7c1edaa9ceccacebed818128e68ca805e7c3fc8963a2c0fab2cc3b8e55df"}} as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const MyDataDocument = {"__meta__":{"hash":"sha256:53885c1209bec06af8a689f477075cb27ccb5b1419ec1330a368f835aeb4f1b8"}} as unknown as TypedDocumentString<MyDataQuery, MyDataQueryVariables>;
export const AskForErasureDocument = {"__meta__":{"hash":"sha256:e031209ef01aa524251ad2df553774c99984b9cbbeeb5bbb7141acb2dfde9cbe"}} as unknown as TypedDocumentString<AskForErasureMutation, AskForErasureMutationVariables>;
export const CancelErasureDocument = {"__meta__":{"hash":"sha256:7d02e4136bdd7f05ce60d360303df7a101d65f039a25db1e56d97e18e740da1e"}} as unknown as TypedDocumentString<CancelErasureMutation, CancelErasureMutationVariables>;
export const MyProfileDocument = {"__meta__":{"hash":"sha256:9c9cf981f157bac4055a0296efda8a9425bb1dfabbf12f6017ada9415993a087"}} as unknown as TypedDocumentString<MyProfileQuery, MyProfileQueryVariables>;
export const ProfileAsDocument = {"__meta__":{"hash":"sha256:91c758c956acd52e4b26e1ce1e93fef5264af2718293fe076fd2fc34918ff477"}} as unknown as TypedDocumentString<ProfileAsQuery, ProfileAsQueryVariables>;
export const CreateProfileDocument = {"__meta__":{"hash":"sha256:83d99e900ab97424ab1ff7b7d26e9d59ec7f79987c2740f11a80904b45589c6e"}} as unknown as TypedDocumentString<CreateProfileMutation, CreateProfileMutationVariables>;
export const UpdateProfileDocument = {"__meta__":{"hash":"sha256:79a52378dbf917a5d074919bb3d695d578d717686111b2189488ef8a4ecac0d4"}} as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const VocabulariesDocument = {"__meta__":{"hash":"sha256:e6a0b7963ed0b79b3da420811d8a4ec6c8f446e1d2eb55a2ec9014f8fc2ed25f"}} as unknown as TypedDocumentString<VocabulariesQuery, VocabulariesQueryVariables>;
export const TopicsLikeDocument = {"__meta__":{"hash":"sha256:329ed3d62abed4678222b64efe8f45018b138087545c9ef98558e57903798942"}} as unknown as TypedDocumentString<TopicsLikeQuery, TopicsLikeQueryVariables>;
export const OrganisationsLikeDocument = {"__meta__":{"hash":"sha256:26c608bced776689065eb7fc709a1db4af2e91fd3c111b5d2746d4bf13fc142e"}} as unknown as TypedDocumentString<OrganisationsLikeQuery, OrganisationsLikeQueryVariables>;
export const UnclaimedLikeDocument = {"__meta__":{"hash":"sha256:bc6a33f9898d3540e7b329f02f189d2821a02389d30ef56033316f3dff60f30e"}} as unknown as TypedDocumentString<UnclaimedLikeQuery, UnclaimedLikeQueryVariables>;
export const MyClaimsDocument = {"__meta__":{"hash":"sha256:9bf357f917fc51a5b02e8bc72ef0757644553f7f9d76258db314c2ec4d0ef937"}} as unknown as TypedDocumentString<MyClaimsQuery, MyClaimsQueryVariables>;
export const ClaimByOrcidDocument = {"__meta__":{"hash":"sha256:58e27642e7ed885391430c3284ab74d84e8d93c22dbc6eb36e4a8d617ea475ea"}} as unknown as TypedDocumentString<ClaimByOrcidMutation, ClaimByOrcidMutationVariables>;
export const ClaimByWorkEmailDocument = {"__meta__":{"hash":"sha256:354fcff296bb857feb6a8f00cae1fb10dce71617c6852a03656310b2a7b99e63"}} as unknown as TypedDocumentString<ClaimByWorkEmailMutation, ClaimByWorkEmailMutationVariables>;
export const ConfirmClaimDocument = {"__meta__":{"hash":"sha256:fcc9e79759e48ff5c81c38f8cdef7010cec38fbab11f3a22adcb2971eb999cc1"}} as unknown as TypedDocumentString<ConfirmClaimMutation, ConfirmClaimMutationVariables>;
export const ClaimByReviewDocument = {"__meta__":{"hash":"sha256:dfac83969eeca041224c21d1730f13378df081f3bbe89cf0abe9537d6ec14998"}} as unknown as TypedDocumentString<ClaimByReviewMutation, ClaimByReviewMutationVariables>;
export const WithdrawClaimDocument = {"__meta__":{"hash":"sha256:8174c56846b7a97b2fb995ff045fc05d86be100395ec73fa1332be3109d93950"}} as unknown as TypedDocumentString<WithdrawClaimMutation, WithdrawClaimMutationVariables>;
export const MentorsDocument = {"__meta__":{"hash":"sha256:e590a471464798a80295203d05acab21d5da2f5a41a1a228592e4f25d78931d8"}} as unknown as TypedDocumentString<MentorsQuery, MentorsQueryVariables>;
export const MentorGroundsDocument = {"__meta__":{"hash":"sha256:b8cd87e88dedc682bd1512765ecfd954b663aba192bf4b708720b0b069ca42b7"}} as unknown as TypedDocumentString<MentorGroundsQuery, MentorGroundsQueryVariables>;
export const AskMentorDocument = {"__meta__":{"hash":"sha256:f804f74b6d9bd4a187c7d1020d5220c8cae3f5db25d09738ac1f488e7dd906d8"}} as unknown as TypedDocumentString<AskMentorMutation, AskMentorMutationVariables>;
export const MentoringDocument = {"__meta__":{"hash":"sha256:deea6f884ede8f28dd92507747729e400e612f08f9a5d17f53d1e394067a918c"}} as unknown as TypedDocumentString<MentoringQuery, MentoringQueryVariables>;
export const SaveMentoringDocument = {"__meta__":{"hash":"sha256:16635cecb2e12b228ac3e00f9f49b8eb3fa893eaa11cb89d85f9e2c636d8ee36"}} as unknown as TypedDocumentString<SaveMentoringMutation, SaveMentoringMutationVariables>;
export const StopMentoringDocument = {"__meta__":{"hash":"sha256:3d414154c7b9dacc40e46f2bb211e4787ca9532f0a559a4aadbdd1bd154f785b"}} as unknown as TypedDocumentString<StopMentoringMutation, StopMentoringMutationVariables>;
export const OfferSlotsDocument = {"__meta__":{"hash":"sha256:4b875b3b3f1517825b12d81732afa77c9d59ec31e58a76330b0868e1e2922855"}} as unknown as TypedDocumentString<OfferSlotsMutation, OfferSlotsMutationVariables>;
export const WithdrawSlotDocument = {"__meta__":{"hash":"sha256:c10c97c3fd0cc661a270deb4ed23d72080ae4743cb7347844fdfdf5a239791d6"}} as unknown as TypedDocumentString<WithdrawSlotMutation, WithdrawSlotMutationVariables>;
export const MeetingsDocument = {"__meta__":{"hash":"sha256:ad7059183b2b67e9640e6ab9b361e16c6923a8a2880ff9bae58ea5b870e3cc57"}} as unknown as TypedDocumentString<MeetingsQuery, MeetingsQueryVariables>;
export const MeetingsCalendarDocument = {"__meta__":{"hash":"sha256:1746db94e6a4ef1d38120c59ccf2af85de6a23f15e1572cc68ba8bec00f0f4cd"}} as unknown as TypedDocumentString<MeetingsCalendarQuery, MeetingsCalendarQueryVariables>;
export const AcceptMeetingDocument = {"__meta__":{"hash":"sha256:c1e48ab70c2984f0307b1fedbbcef4d759e082693ba1ccbc6fe8970df9125ec1"}} as unknown as TypedDocumentString<AcceptMeetingMutation, AcceptMeetingMutationVariables>;
export const DeclineMeetingDocument = {"__meta__":{"hash":"sha256:b6e2039be0b824d20d097ddddea8f47b14d578386b0d36da411349724ce019ed"}} as unknown as TypedDocumentString<DeclineMeetingMutation, DeclineMeetingMutationVariables>;
export const WithdrawMeetingDocument = {"__meta__":{"hash":"sha256:02188df458dc37db1d4a9d7de6d92e2e4ce4b28f9e281875aa169afe38e8095a"}} as unknown as TypedDocumentString<WithdrawMeetingMutation, WithdrawMeetingMutationVariables>;
export const CancelMeetingDocument = {"__meta__":{"hash":"sha256:a357986f01e2aeeb221411b356ff9358752b2c8d50447916e61f170c8eee0cd6"}} as unknown as TypedDocumentString<CancelMeetingMutation, CancelMeetingMutationVariables>;
export const MarkNoShowDocument = {"__meta__":{"hash":"sha256:3941924b857bb1da82ec8796c359d16ad1299cf80c5a553d85888b2f0295d21c"}} as unknown as TypedDocumentString<MarkNoShowMutation, MarkNoShowMutationVariables>;
export const EventsDocument = {"__meta__":{"hash":"sha256:5eb158ff21f13fab6c795342cfa20e6b8f54608bb437f15fced1377bc44d2d90"}} as unknown as TypedDocumentString<EventsQuery, EventsQueryVariables>;
export const EventDocument = {"__meta__":{"hash":"sha256:7f0e863ed9bcb0a21c3ffe221b39018728eea63142dd462ae22184e20b3fb104"}} as unknown as TypedDocumentString<EventQuery, EventQueryVariables>;
export const EventKindsDocument = {"__meta__":{"hash":"sha256:82d9cab377c5ae2dd45594db90e1cac2780a4b46e86cf7641c89a29eabd9b8b2"}} as unknown as TypedDocumentString<EventKindsQuery, EventKindsQueryVariables>;
export const EventPeopleDocument = {"__meta__":{"hash":"sha256:817418dbf25ee783471b7aaf6b33b46ee3224adac632f255936956a3b204e3d2"}} as unknown as TypedDocumentString<EventPeopleQuery, EventPeopleQueryVariables>;
export const SuggestedMeetingsDocument = {"__meta__":{"hash":"sha256:28a557ce57cab3f9e8782f9e6842fda597180f1c13b9122f0b34093c80e7a95d"}} as unknown as TypedDocumentString<SuggestedMeetingsQuery, SuggestedMeetingsQueryVariables>;
export const GoToEventDocument = {"__meta__":{"hash":"sha256:eaab26d6aebe433a926d4b106f40fc15f15d952e7b019f68fc38b3742be99091"}} as unknown as TypedDocumentString<GoToEventMutation, GoToEventMutationVariables>;
export const LeaveEventDocument = {"__meta__":{"hash":"sha256:aa0880a3b6ee7ba3d2c9c5bc292d466b95a016540b41c226ed48a48a40867d09"}} as unknown as TypedDocumentString<LeaveEventMutation, LeaveEventMutationVariables>;
export const AskAtEventDocument = {"__meta__":{"hash":"sha256:74993739374bc99ca7db478f0c42175a61963f246844bf269abc3d3bafb0fd57"}} as unknown as TypedDocumentString<AskAtEventMutation, AskAtEventMutationVariables>;
export const CreateEventDocument = {"__meta__":{"hash":"sha256:381d5882b588459ff952ac876fa0f33d47036978f6937bc69bf06b7478989487"}} as unknown as TypedDocumentString<CreateEventMutation, CreateEventMutationVariables>;
export const PublishEventDocument = {"__meta__":{"hash":"sha256:6d456eb3409fbc8d53c51abea1195d61967038140e16fdebc6c29abacbdd98e9"}} as unknown as TypedDocumentString<PublishEventMutation, PublishEventMutationVariables>;
export const CancelEventDocument = {"__meta__":{"hash":"sha256:4ea35dea849d4d93040d0b605db6d662c18bdf4bf312770c20adc8b621a3d75b"}} as unknown as TypedDocumentString<CancelEventMutation, CancelEventMutationVariables>;
export const OfficeRequestsDocument = {"__meta__":{"hash":"sha256:b8fa2d75ba55e2f07c8d9306f498f4a77db38fdc9de0703a62d76b5674c64750"}} as unknown as TypedDocumentString<OfficeRequestsQuery, OfficeRequestsQueryVariables>;
export const SearchGapsDocument = {"__meta__":{"hash":"sha256:143264eb3324cdeb8e7d97d7507bc73cdea959baad9c1c2c4786e12b4a7469a7"}} as unknown as TypedDocumentString<SearchGapsQuery, SearchGapsQueryVariables>;
export const OfficeCollaborationsDocument = {"__meta__":{"hash":"sha256:8324eefc2b0dee2a7d5bbb4f82282856826b03785a39ba871e1778470196c5d7"}} as unknown as TypedDocumentString<OfficeCollaborationsQuery, OfficeCollaborationsQueryVariables>;
export const CollaborationsForPermissionDocument = {"__meta__":{"hash":"sha256:06f7d94c06cd4c33adaa470d5dcf8408e5ad12efbb89c477b6d71919a14bdfc5"}} as unknown as TypedDocumentString<CollaborationsForPermissionQuery, CollaborationsForPermissionQueryVariables>;
export const FindOpportunitiesDocument = {"__meta__":{"hash":"sha256:a37785dd0980f56a91a2ecfabf1f6f432b9a94d788cf7c7af9956cfc3b62af63"}} as unknown as TypedDocumentString<FindOpportunitiesQuery, FindOpportunitiesQueryVariables>;
export const CountOpportunitiesDocument = {"__meta__":{"hash":"sha256:c16573f636d7e8ef199bc6ba5aefd14d8e5ea4665ad82c10edb3ade658c389ac"}} as unknown as TypedDocumentString<CountOpportunitiesQuery, CountOpportunitiesQueryVariables>;
export const OpportunityProfileDocument = {"__meta__":{"hash":"sha256:a7354610c3cf42a5c054b751650c4bb5f4194543a0f85ef5aa38df746d4d44d3"}} as unknown as TypedDocumentString<OpportunityProfileQuery, OpportunityProfileQueryVariables>;
export const OrganisationDeskDocument = {"__meta__":{"hash":"sha256:e9bad12affddfe335b435aa1323d8409b7a1991fd3fd5ecf7d6add04795bf2c2"}} as unknown as TypedDocumentString<OrganisationDeskQuery, OrganisationDeskQueryVariables>;
export const OrganisationPeopleDocument = {"__meta__":{"hash":"sha256:c5864da3b86b3789e111e96cdb2cdc3580d8d78c9f4080ca647ee4187d287b42"}} as unknown as TypedDocumentString<OrganisationPeopleQuery, OrganisationPeopleQueryVariables>;
export const OrganisationInvitationsDocument = {"__meta__":{"hash":"sha256:6df2e9cf6980326e4d0396fc4908b27da4123365b215a99f89f37678e785aca4"}} as unknown as TypedDocumentString<OrganisationInvitationsQuery, OrganisationInvitationsQueryVariables>;
export const MyInvitationsDocument = {"__meta__":{"hash":"sha256:330b302e533cb16fc9519b02c0bb2973e90827db0cde8d8ab64db7b49949dc2c"}} as unknown as TypedDocumentString<MyInvitationsQuery, MyInvitationsQueryVariables>;
export const RegisterOrganisationDocument = {"__meta__":{"hash":"sha256:0fac8371707b87e84e1c2802d85e524032dd025993ae2b7812e65ae4b8173e82"}} as unknown as TypedDocumentString<RegisterOrganisationMutation, RegisterOrganisationMutationVariables>;
export const UpdateOrganisationDocument = {"__meta__":{"hash":"sha256:305a3be8b166a58665ab24c0872402a0ae1d31a60120eb0a79bdbc5d84a3ad17"}} as unknown as TypedDocumentString<UpdateOrganisationMutation, UpdateOrganisationMutationVariables>;
export const SetRequestPolicyDocument = {"__meta__":{"hash":"sha256:ba2f980d671ef47e6fa6aaf7c04ae1e56595faf8acd2f8b9ed1197b5576a0e06"}} as unknown as TypedDocumentString<SetRequestPolicyMutation, SetRequestPolicyMutationVariables>;
export const InviteMemberDocument = {"__meta__":{"hash":"sha256:7468aa3a143ee7db811d93f80eaeddc0e41086b9a875eaa4057bd60b65113897"}} as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const CancelInvitationDocument = {"__meta__":{"hash":"sha256:6bfb283720d52135f4428ced34f434a69edc6858328713171e1149f1f412817c"}} as unknown as TypedDocumentString<CancelInvitationMutation, CancelInvitationMutationVariables>;
export const AcceptInvitationDocument = {"__meta__":{"hash":"sha256:0cba32f35647900cbfa61bcbe647c12dcf335aaf339c13cd4e411963a0021eaf"}} as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const DeclineInvitationDocument = {"__meta__":{"hash":"sha256:af89bf1457f711a47bedbcacba5e4996367accf0b5ca711bfd06ec546f54743c"}} as unknown as TypedDocumentString<DeclineInvitationMutation, DeclineInvitationMutationVariables>;
export const ChangeMemberRoleDocument = {"__meta__":{"hash":"sha256:c0be29bb4bd860238bfaacc51391bf09b0978773cfa5fc391352376ffc18956f"}} as unknown as TypedDocumentString<ChangeMemberRoleMutation, ChangeMemberRoleMutationVariables>;
export const RemoveMemberDocument = {"__meta__":{"hash":"sha256:8874b34e0b7d737aee4a538e1badff6e4e6c417b3285b25587270251381d89de"}} as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const FindOrganisationsDocument = {"__meta__":{"hash":"sha256:9db4b3bf0920aa943bbead25d65385754e986cd9a07bd541ee31665d8f44231c"}} as unknown as TypedDocumentString<FindOrganisationsQuery, FindOrganisationsQueryVariables>;
export const CountOrganisationsDocument = {"__meta__":{"hash":"sha256:f59f662f380891f9446381f3770c2701ed8ac79664b15df4de09a7c0b218510d"}} as unknown as TypedDocumentString<CountOrganisationsQuery, CountOrganisationsQueryVariables>;
export const OrganisationProfileDocument = {"__meta__":{"hash":"sha256:c2cf715f30ceac60ac1baf703777616634ae12cd9f4b77372fbaa9ce0dccc1c9"}} as unknown as TypedDocumentString<OrganisationProfileQuery, OrganisationProfileQueryVariables>;
export const OrganisationPeopleAndNeedsDocument = {"__meta__":{"hash":"sha256:46a88c80c9912a9f0fd7cd2aee0e7be72b41f3a4baf39a4cc6430757d8afaf56"}} as unknown as TypedDocumentString<OrganisationPeopleAndNeedsQuery, OrganisationPeopleAndNeedsQueryVariables>;
export const OrganisationNameDocument = {"__meta__":{"hash":"sha256:138b6d0263e4b6f5ffaf569bbfc8098b0f3f60ffacbacf16fb817cf9d2888c13"}} as unknown as TypedDocumentString<OrganisationNameQuery, OrganisationNameQueryVariables>;
export const OutcomeChoicesDocument = {"__meta__":{"hash":"sha256:8bf25fffc7742a142c2761c72b93b7559bffa4a841804547a93780ff7f5b21de"}} as unknown as TypedDocumentString<OutcomeChoicesQuery, OutcomeChoicesQueryVariables>;
export const CollaborationOutcomesDocument = {"__meta__":{"hash":"sha256:e9fb69ff8f366c48e6b4554e017be079b206bda27b92621b4dc7c2f6e02f9333"}} as unknown as TypedDocumentString<CollaborationOutcomesQuery, CollaborationOutcomesQueryVariables>;
export const AddOutcomeDocument = {"__meta__":{"hash":"sha256:9c92c20894264cfd79876bc582362c362373587d9420a4e9cce73a40ee4e9c0e"}} as unknown as TypedDocumentString<AddOutcomeMutation, AddOutcomeMutationVariables>;
export const RemoveOutcomeDocument = {"__meta__":{"hash":"sha256:26ba9be2f3f7af973412892cc4496a51f3d3c9ba93c50f15070e608f0ade8279"}} as unknown as TypedDocumentString<RemoveOutcomeMutation, RemoveOutcomeMutationVariables>;
export const ReviewCollaborationDocument = {"__meta__":{"hash":"sha256:1893b74e71b6fda6420849a0493591c069538309517921710978eceb93847db4"}} as unknown as TypedDocumentString<ReviewCollaborationMutation, ReviewCollaborationMutationVariables>;
export const MobilityDocument = {"__meta__":{"hash":"sha256:6f2fd41442c8657651a9b4f90f35ddca3f7a797d4708b16f454c15b55c17209d"}} as unknown as TypedDocumentString<MobilityQuery, MobilityQueryVariables>;
export const SaveMobilityDocument = {"__meta__":{"hash":"sha256:a8574548a3640b13cabb076ca4d920f6d8932b8127962481ac1f9fa5c08d664e"}} as unknown as TypedDocumentString<SaveMobilityMutation, SaveMobilityMutationVariables>;
export const RemoveMobilityDocument = {"__meta__":{"hash":"sha256:d53058038e5c82308a8b370c3bd4c3cfbac7e48dae13542e4be3c7efff7726a1"}} as unknown as TypedDocumentString<RemoveMobilityMutation, RemoveMobilityMutationVariables>;
export const DeclineFeedbackDocument = {"__meta__":{"hash":"sha256:eccde93e29be945d36e48a7dddcfe088e102d2248757cded34fcab9f912e7b44"}} as unknown as TypedDocumentString<DeclineFeedbackQuery, DeclineFeedbackQueryVariables>;
export const RequestDraftsDocument = {"__meta__":{"hash":"sha256:31cef94d0d8dbf426d8b72fdd6a96853b24509f1fcd6812fc9a69e4c8eedeb0b"}} as unknown as TypedDocumentString<RequestDraftsQuery, RequestDraftsQueryVariables>;
export const SaveRequestDraftDocument = {"__meta__":{"hash":"sha256:e368dee53439620b4212778a8b0cec14579c1b35193246002e9981eb08045045"}} as unknown as TypedDocumentString<SaveRequestDraftMutation, SaveRequestDraftMutationVariables>;
export const DeleteRequestDraftDocument = {"__meta__":{"hash":"sha256:2fc37b10fa6098ef320dd6fb3fd4b31a76e32556ce20fc295a1d8f72433e7ccc"}} as unknown as TypedDocumentString<DeleteRequestDraftMutation, DeleteRequestDraftMutationVariables>;
export const CheckRequestDocument = {"__meta__":{"hash":"sha256:acf5ce33a493a37812b1a0c4b83a5c632e432f7ae4286ac983fb9b05a48d6ef8"}} as unknown as TypedDocumentString<CheckRequestQuery, CheckRequestQueryVariables>;
export const SendRequestDocument = {"__meta__":{"hash":"sha256:6b5e908533a05c50bea5920eb0e6b1ae670cd8e6cd7e78dd260f3881a634516e"}} as unknown as TypedDocumentString<SendRequestMutation, SendRequestMutationVariables>;
export const OwnOpportunitiesDocument = {"__meta__":{"hash":"sha256:c8d4671be819f30347d4e54537377b70fdd32ae45245d4c9be4cffe2a484b5e8"}} as unknown as TypedDocumentString<OwnOpportunitiesQuery, OwnOpportunitiesQueryVariables>;
export const RequestDocument = {"__meta__":{"hash":"sha256:0c11f6311f350ceeae0f276aabff0e84a948cb713d3fcf1345e98692d42e163e"}} as unknown as TypedDocumentString<RequestQuery, RequestQueryVariables>;
export const SavedSearchesDocument = {"__meta__":{"hash":"sha256:98813799897452a1f6f46cb22bd4e98c507a816fcff62aa87f0faef0988bbb04"}} as unknown as TypedDocumentString<SavedSearchesQuery, SavedSearchesQueryVariables>;
export const LetterChoicesDocument = {"__meta__":{"hash":"sha256:18fec97cc06361d418f710d6abbcba3e85ed438d2dcb09d95392eaa1c2b948f0"}} as unknown as TypedDocumentString<LetterChoicesQuery, LetterChoicesQueryVariables>;
export const SaveSearchDocument = {"__meta__":{"hash":"sha256:9e7671adbf9b33f1e9083984c27471de6dab9b29787d88d1577d81be2f0e58e7"}} as unknown as TypedDocumentString<SaveSearchMutation, SaveSearchMutationVariables>;
export const ChangeSavedSearchDocument = {"__meta__":{"hash":"sha256:181788f8070ab94e12f2ae7619476f305cb0b3b3adc91ca2b617d212700d66cf"}} as unknown as TypedDocumentString<ChangeSavedSearchMutation, ChangeSavedSearchMutationVariables>;
export const DeleteSavedSearchDocument = {"__meta__":{"hash":"sha256:2ab000f425db095031674eea0edea9c194e65b2c80ec840b615f05bfe5878143"}} as unknown as TypedDocumentString<DeleteSavedSearchMutation, DeleteSavedSearchMutationVariables>;
export const ChangeDigestDocument = {"__meta__":{"hash":"sha256:efe87c288a7c31b4809f53174acd48d7bfc39a59143d9a74bc38a8c1e337c55d"}} as unknown as TypedDocumentString<ChangeDigestMutation, ChangeDigestMutationVariables>;
export const RecordViewsOfMeDocument = {"__meta__":{"hash":"sha256:e2ab37c4bc48c3a8f519d17f226036677dcc3eefc5bb4bd93bb9a6de2f18e590"}} as unknown as TypedDocumentString<RecordViewsOfMeMutation, RecordViewsOfMeMutationVariables>;
export const RecordViewDocument = {"__meta__":{"hash":"sha256:bccfc395cff63521db6578599dfb26f3e774d1f57f2cf6473e5ebc5b9eb32e81"}} as unknown as TypedDocumentString<RecordViewMutation, RecordViewMutationVariables>;
export const RecordSearchInVainDocument = {"__meta__":{"hash":"sha256:c129787542b000faf1a60fbd9604f71f7a177eaf49c0b08bb60f38911d7b48bd"}} as unknown as TypedDocumentString<RecordSearchInVainMutation, RecordSearchInVainMutationVariables>;
export const LooksUnseenDocument = {"__meta__":{"hash":"sha256:102ae5dc8e6c90cbc34bce886ea5fbb2596976c473f1f9697676e44f3e1f84e8"}} as unknown as TypedDocumentString<LooksUnseenQuery, LooksUnseenQueryVariables>;
export const LookUnseenDocument = {"__meta__":{"hash":"sha256:392f48a622274476f4cd5cd3cb4e8803b3d53a756f6e8fff941925ba2b6c37fa"}} as unknown as TypedDocumentString<LookUnseenMutation, LookUnseenMutationVariables>;
export const TopicsInTextDocument = {"__meta__":{"hash":"sha256:e715c23b7acbe5bc42c8f570498c213b9cc9835e47c343c600275f1e87e69a53"}} as unknown as TypedDocumentString<TopicsInTextQuery, TopicsInTextQueryVariables>;
export const PaletteDocument = {"__meta__":{"hash":"sha256:63e4f6b1f69a1c997b8b2541456c4e0439f2c061db778b2ea9a7e577c4553601"}} as unknown as TypedDocumentString<PaletteQuery, PaletteQueryVariables>;
export const PolicyPermissionsDocument = {"__meta__":{"hash":"sha256:2bf644f4a654d54167174ccc17a662a385dd6e901263739d4c634c9be5858e9f"}} as unknown as TypedDocumentString<PolicyPermissionsQuery, PolicyPermissionsQueryVariables>;
export const AskPolicyPermissionDocument = {"__meta__":{"hash":"sha256:5857341a0597abdf72f2ad83efef0883dc61e3c5c87885a0603b5502f27d1203"}} as unknown as TypedDocumentString<AskPolicyPermissionMutation, AskPolicyPermissionMutationVariables>;
export const DecidePolicyPermissionDocument = {"__meta__":{"hash":"sha256:84112b838cd24a6924a5ce354ac819b331c353444b21f0988c42c946f009b39c"}} as unknown as TypedDocumentString<DecidePolicyPermissionMutation, DecidePolicyPermissionMutationVariables>;
export const SignOffsDocument = {"__meta__":{"hash":"sha256:5fd5a82581b0a04e1a920eadda4faa9061d000b251298da1b8c56c1e27a7d0e3"}} as unknown as TypedDocumentString<SignOffsQuery, SignOffsQueryVariables>;
export const AskSignOffDocument = {"__meta__":{"hash":"sha256:67e5954ac0dbc8b93a806bca0f81ce1e3cecda6a01e432b4fef71d57610e6fe0"}} as unknown as TypedDocumentString<AskSignOffMutation, AskSignOffMutationVariables>;
export const RevokeSignOffDocument = {"__meta__":{"hash":"sha256:908f1ed44ef71ad67983e3c6c54704c94c9a342e31e4f3d1ed91809b3d25bac7"}} as unknown as TypedDocumentString<RevokeSignOffMutation, RevokeSignOffMutationVariables>;
export const SignOffLinkDocument = {"__meta__":{"hash":"sha256:fd44d206def0b9a2cee4cd4cef1f8f6fb01f7e980d2770a1a0f29ed175fe052d"}} as unknown as TypedDocumentString<SignOffLinkQuery, SignOffLinkQueryVariables>;
export const SendSignOffCodeDocument = {"__meta__":{"hash":"sha256:64e71490d2df26c724bebd789813a8b454c4fcf781be7e7b1b09d4bf14fe0503"}} as unknown as TypedDocumentString<SendSignOffCodeMutation, SendSignOffCodeMutationVariables>;
export const OpenSignOffDocument = {"__meta__":{"hash":"sha256:084aa1e911132208c99dde41910a4164295dadd68c89d6b1c2fdb13756e5686c"}} as unknown as TypedDocumentString<OpenSignOffMutation, OpenSignOffMutationVariables>;
export const DecideSignOffDocument = {"__meta__":{"hash":"sha256:24b4e90083741349177bc1d9e903e10f714916ef8045b32d0f0061035f760b73"}} as unknown as TypedDocumentString<DecideSignOffMutation, DecideSignOffMutationVariables>;