import { randomUUID } from 'node:crypto';
import { FileService } from '#files';
import type { Actor, Benchside } from './benchside.js';
import { inserting } from './collaborating.js';

/** By what the person is known everywhere. */
export const known = {
  name: 'Zebedee Quillfeather',
  family: 'Quillfeather',
  email: 'zeb@quillfeather.example',
  contact: 'clinic@zeb-quill.example',
  work: 'z.q@ward-seven.example',
  orcid: '0000-0002-1825-0097',
} as const;

/** A person in every room, and those around them. */
export interface KnownPerson {
  person: Actor;
  /** A member of the company; and an academic who is asked, meets and introduces. */
  company: Actor;
  friend: Actor;
  admin: Actor;
  account: string;
  profile: string;
  friendProfile: string;
  organisation: string;
  collaboration: string;
  signedAgreement: string;
  openRequest: string;
  removedFile: string;
  sharedFile: string;
}

const says = (what: string) =>
  `${what}: Dr Quillfeather, that is ${known.name} (${known.email}), wrote this, and it is long enough for every rule.`;

/** Somebody with a row in every table that can hold anything of a person, and their name in every text of theirs. */
export const knownPerson = async (benchside: Benchside): Promise<KnownPerson> => {
  const { database, app } = benchside;
  const insert = inserting(benchside);
  const add = async (table: string, values: Record<string, unknown>) => {
    const columns = Object.keys(values);
    await database.affected(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(values),
    );
  };
  const soon = new Date(Date.now() + 3 * 86_400_000);
  const person = await benchside.person({ email: known.email, name: known.name });
  const company = await benchside.person({ email: 'sam@breathe.example', name: 'Sam Okafor' });
  const friend = await benchside.person({ email: 'bea@example.org', name: 'Bea Lindqvist' });
  const admin = await benchside.person({ email: 'root@example.org', name: 'Root', platformRole: 'platform-admin' });
  const account = person.accountId ?? '';
  const [sam, bea] = [company.accountId, friend.accountId];

  const organisationOf = (name: string, type: string) =>
    insert('organisation', { slug: randomUUID(), name, type, verification: 'verified', topics: ['asthma'] });
  const organisation = await organisationOf('Breathe Devices', 'company');
  const hospital = await organisationOf('Tyne Hospitals', 'nhs-organisation');
  await insert('account_membership', { organisation_id: organisation, account_id: sam, role: 'admin' });
  await insert('account_membership', { organisation_id: hospital, account_id: account, role: 'office' });
  const profile = await insert('academic', {
    given_name: 'Zebedee',
    family_name: known.family,
    account_id: account,
    profession: 'doctor',
    contact_email: known.contact,
    orcid: known.orcid,
    registration_number: 'GMC7654321',
    summary: says('Summary'),
    topics: ['asthma'],
    employer_id: hospital,
    source: 'clinicaltrials.gov',
    source_key: 'quillfeather-zebedee',
  });
  const friendProfile = await insert('academic', {
    given_name: 'Bea',
    family_name: 'Lindqvist',
    account_id: bea,
    profession: 'nurse',
    topics: ['asthma'],
  });

  // Account
  await insert('account_invitation', {
    organisation_id: hospital,
    email: known.email,
    inviter_id: sam,
    expires_at: soon,
  });
  await insert('account_invitation', {
    organisation_id: hospital,
    email: 'somebody@example.org',
    inviter_id: account,
    expires_at: soon,
  });
  await add('account_two_factor', { account_id: account, secret: 's', backup_codes: 'b' });
  await add('account_verification', { identifier: 'reset-password:x', value: account, expires_at: soon });
  await insert('account_claim', {
    account_id: account,
    profile_id: profile,
    proof: 'work-email',
    state: 'withdrawn',
    work_email: known.work,
  });
  await add('account_consent', { account_id: account, purpose: 'digest', text_version: '1' });
  await add('idempotency_key', { account_id: account, key: randomUUID(), operation: 'o', request_hash: 'h' });

  // Directory
  await insert('academic_work', { academic_id: profile, kind: 'publication', title: says('A work') });
  const idea = await insert('opportunity', {
    side: 'academic',
    academic_id: profile,
    opportunity_type: 'consultancy',
    title: `An idea of ${known.name}`,
    text: says('The idea'),
    topics: ['asthma'],
    state: 'published',
    published_at: new Date(),
  });
  const blind = await insert('opportunity', {
    side: 'company',
    organisation_id: organisation,
    opportunity_type: 'consultancy',
    title: 'A blind brief',
    blind: true,
    state: 'published',
  });
  await add('opportunity_reveal', { opportunity_id: blind, account_id: account });
  await add('index_rebuild', { kind: 'academics', state: 'done', started_by: account, ended_at: new Date() });

  // Requests: one that became a collaboration, one that is open, one to the idea, a draft
  const request = async (values: Record<string, unknown>) =>
    insert('collaboration_request', {
      type: 'consultancy',
      reason: says('The reason'),
      note: says('The note'),
      state: 'delivered',
      delivered_at: new Date(),
      expires_at: soon,
      ...values,
    });
  const toThem = {
    sender_account_id: sam,
    sender_organisation_id: organisation,
    receiver_academic_id: profile,
    receiver_account_id: account,
  };
  const begun = await request(toThem);
  await database.affected(`UPDATE collaboration_request SET state = 'accepted', decided_at = now() WHERE id = $1`, [
    begun,
  ]);
  const openRequest = await request({
    sender_account_id: account,
    sender_academic_id: profile,
    receiver_organisation_id: organisation,
  });
  await request({ ...toThem, opportunity_id: idea, opportunity_of: 'receiver' });
  await add('request_office', {
    request_id: begun,
    organisation_id: hospital,
    side: 'receiver',
    duty: 'approves',
    decision: 'approved',
    decided_by: account,
    decided_at: new Date(),
  });
  await add('request_event', {
    request_id: begun,
    action: 'note',
    side: 'receiver',
    account_id: account,
    note: says('Done'),
  });
  await add('request_message', {
    request_id: begun,
    side: 'receiver',
    account_id: account,
    kind: 'text',
    text: says('Hello'),
  });
  await add('request_message', {
    request_id: begun,
    side: 'sender',
    account_id: sam,
    kind: 'text',
    text: `Dear Dr ${known.family}, we are glad.`,
  });
  await add('request_nda', {
    request_id: begun,
    text_version: '2026-1',
    side: 'receiver',
    signatory: known.name,
    role: 'Consultant',
    capacity: 'individual',
    binds: known.name,
    signed_on: new Date(),
    account_id: account,
  });
  await add('request_read', { request_id: begun, account_id: account, side: 'receiver' });
  await add('request_draft', { id: randomUUID(), account_id: account, content: { reason: says('Draft') } });
  await add('notification', {
    account_id: account,
    kind: 'request-received',
    subject_kind: 'request',
    subject_id: begun,
  });

  // Collaboration
  const collaboration = await insert('collaboration', {
    request_id: begun,
    title: `Advice by ${known.name}`,
    next_what: `Call ${known.name}`,
    next_on: soon,
    sender_organisation_id: organisation,
    receiver_academic_id: profile,
  });
  const c = { collaboration_id: collaboration };
  await add('engagement_terms', { ...c, number: 1, type: 'consultancy', note: says('Terms'), account_id: account });
  await add('collaboration_person', { ...c, account_id: account, side: 'receiver', role: 'lead' });
  await add('collaboration_person', { ...c, account_id: sam, side: 'sender', role: 'lead' });
  await add('collaboration_event', {
    ...c,
    action: 'note',
    side: 'receiver',
    account_id: account,
    note: says('Event'),
    details: { about: `${known.name} (Employer)` },
  });
  await add('collaboration_invitation', {
    ...c,
    email: known.email,
    side: 'sender',
    role: 'scientist',
    inviter_id: account,
  });
  await add('collaboration_task', {
    ...c,
    title: `Ask ${known.name}`,
    note: says('Task'),
    owner_id: account,
    done_by: account,
    done_at: new Date(),
  });
  await add('collaboration_message', { ...c, side: 'receiver', account_id: account, text: says('Message') });
  await add('policy_permission', {
    ...c,
    organisation_id: hospital,
    terms_number: 1,
    state: 'given',
    asked_by: account,
    asked_at: new Date(),
    decided_by: account,
    decided_at: new Date(),
    reason: says('Permission'),
  });
  await add('collaboration_read', { ...c, account_id: account, number: 1 });

  // Approvals: theirs in their own collaboration, and one that somebody else was asked for
  const signOff = await insert('sign_off', {
    ...c,
    code: 'employer',
    label: 'Employer',
    position: 0,
    necessary: true,
    why: says('Why'),
    state: 'approved',
    approver_name: known.name,
    approver_email: known.email,
    asked_by: account,
    decided_at: new Date(),
    terms_number: 1,
  });
  await add('sign_off_link', {
    sign_off_id: signOff,
    token_hash: Buffer.from('one'),
    email: known.email,
    terms_number: 1,
    content: { who: known.name, withWhom: 'Breathe Devices', askedBy: `"${known.name}"`, terms: [] },
    expires_at: soon,
  });

  // Agreements and documents
  const agreement = (state: 'draft' | 'signed') =>
    insert('agreement', {
      ...c,
      kind: 'nda',
      sections: JSON.stringify([{ code: 'parties', title: 'Parties', text: `${known.name} of Tyne Hospitals` }]),
      terms_number: 1,
      created_by: account,
      state,
      signed_on: state === 'signed' ? new Date() : null,
    });
  await agreement('draft');
  const signedAgreement = await agreement('signed');
  await add('agreement_signature', {
    agreement_id: signedAgreement,
    side: 'receiver',
    signatory: known.name,
    role: 'Consultant',
    signed_on: new Date(),
    account_id: account,
  });
  await add('agreement_step', {
    agreement_id: signedAgreement,
    code: 'sign',
    position: 0,
    done_by: account,
    done_on: new Date(),
  });
  const files = app.get(FileService);
  const file = async (text: string, attached: boolean) => {
    const { id } = await database.transaction((tx) =>
      files.put(tx, {
        bytes: Buffer.from(`${text} ${known.name}`),
        name: `${known.name} ${text}.txt`,
        mediaType: 'text/plain',
        purpose: 'document',
        accountId: account,
      }),
    );
    if (attached) await database.affected('UPDATE stored_file SET attached_at = now() WHERE id = $1', [id]);
    await add('file_view', { file_id: id, account_id: account });
    return id;
  };
  const [sharedFile, removedFile] = [await file('shared', true), await file('removed', true)];
  await file('unattached', false);
  for (const [file_id, removed_at] of [
    [sharedFile, null],
    [removedFile, new Date()],
  ] as const) {
    await add('collaboration_document', {
      ...c,
      series_id: randomUUID(),
      number: 1,
      file_id,
      title: `The plan of ${known.name}`,
      restricted: false,
      side: 'receiver',
      account_id: account,
      removed_at,
    });
  }

  // Declarations
  const interest = await insert('interest_declaration', {
    account_id: account,
    category: 'financial',
    situation: 'shareholdings',
    counterparty: 'Inhale',
    description: says('Interest'),
  });
  await add('interest_change', {
    declaration_id: interest,
    version: 1,
    action: 'declared',
    made_by: 'owner',
    account_id: account,
    content: { description: says('Interest') },
  });
  await add('interest_reminder', { account_id: account, reminded_on: new Date() });
  await add('interest_dismissal', {
    account_id: account,
    organisation_id: organisation,
    kind: 'work',
    reason: says('No'),
  });
  const transfer = await insert('transfer_of_value', {
    organisation_id: organisation,
    recipient_kind: 'hcp',
    academic_id: profile,
    category: 'fees',
    amount_pence: 50_000,
    paid_on: new Date(),
    description: says('Fee'),
    consent: 'given',
    consent_by: account,
    recorded_by: account,
  });
  await add('transfer_change', {
    transfer_id: transfer,
    version: 1,
    action: 'consent',
    account_id: account,
    content: { description: says('Fee') },
  });

  // Plans, meetings, introductions
  await add('training_plan', {
    account_id: account,
    name: `Year of ${known.name}`,
    facts: {},
    form: { name: known.name },
    starts_on: soon,
    ends_on: soon,
  });
  await add('policy_pack', {
    organisation_id: hospital,
    version: 1,
    state: 'draft',
    rules: '[]',
    valid_from: soon,
    edited_by: account,
  });
  await add('mentor', {
    academic_id: profile,
    grounds: ['industry-year'],
    experience: says('Experience'),
    help_with: says('Help'),
    most_open: 3,
  });
  const event = await insert('event', {
    name: 'Asthma day',
    kind: 'conference',
    starts_at: soon,
    ends_at: new Date(soon.valueOf() + 3_600_000),
    place: 'Leeds',
    state: 'published',
  });
  await add('event_attendee', {
    event_id: event,
    account_id: account,
    academic_id: profile,
    visible: true,
    looking_for: `Find ${known.name}`,
  });
  const slot = await insert('slot', {
    account_id: account,
    guest_account_id: bea,
    starts_at: soon,
    ends_at: new Date(soon.valueOf() + 20 * 60_000),
    minutes: 20,
    state: 'booked',
  });
  const meeting = await insert('meeting', {
    kind: 'mentor',
    asker_account_id: bea,
    asked_account_id: account,
    slot_id: slot,
    message: says('May I ask'),
    expires_at: soon,
  });
  await database.affected(`UPDATE meeting SET state = 'accepted', answer = $2 WHERE id = $1`, [meeting, says('Yes')]);
  await add('introduction_choice', { account_id: account, available: true });
  await insert('introduction', {
    asker_account_id: bea,
    middle_account_id: account,
    target_organisation_id: organisation,
    first_link: 'work',
    second_link: 'work',
    middle_public: true,
    note: says('Introduce me'),
    expires_at: soon,
  });

  // The care of topics
  await insert('topic_synonym', { topic: 'asthma', synonym: 'wheeze', source: 'A dictionary', added_by: account });
  const merge = await insert('topic_merge', {
    topic: 'wheezing',
    successor: 'asthma',
    reason: 'They are the same.',
    merged_by: account,
  });
  await add('topic_move', {
    merge_id: merge,
    thing: 'academic',
    subject: profile,
    field: 'topics',
    before: '[]',
    after: '[]',
  });
  await add('exposure_measurement', { started_by: account });
  await add('topic_word_set_aside', { term: 'whatever', set_aside_by: account });

  // What came of it, and what is kept of searching
  await add('outcome', {
    ...c,
    kind: 'other',
    title: `A method of ${known.name}`,
    happened_on: new Date(),
    side: 'receiver',
    account_id: account,
  });
  await add('collaboration_review', { ...c, side: 'receiver', text: says('Good'), again: true, account_id: account });
  await add('mobility', {
    academic_id: profile,
    direction: 'to-industry',
    organisation: 'Breathe',
    what: says('Move').slice(0, 200),
    started_on: new Date(),
  });
  await add('saved_search', {
    account_id: account,
    kind: 'academics',
    name: `For ${known.name}`,
    query: 'asthma',
    question_key: 'k',
    cadence: 'off',
  });
  await add('digest_preference', { account_id: account, profile_views: 'off' });
  await add('profile_view', { academic_id: profile, organisation_id: organisation });
  await add('profile_view_refusal', { academic_id: profile });
  await add('match_judgement', {
    account_id: account,
    for_kind: 'academic',
    for_academic_id: profile,
    with_kind: 'organisation',
    with_organisation_id: organisation,
    relevant: true,
    remark: `${known.name} likes it`,
    score: 0.5,
    parts: '[]',
    weights_edition: '1',
  });
  await add('match_request', {
    request_id: begun,
    for_kind: 'organisation',
    for_id: organisation,
    with_kind: 'academic',
    with_id: profile,
    score: 0.5,
    parts: '[]',
    weights_edition: '1',
  });
  await benchside.indexed();
  return {
    ...{ person, company, friend, admin, account, profile, friendProfile, organisation, collaboration },
    ...{ signedAgreement, openRequest, removedFile, sharedFile },
  };
};
