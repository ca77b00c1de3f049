import type { PersonalPart } from './personal.part.js';

const secret = 'It holds secrets for signing in, which are never handed out.';

/** What accounts hold of people. */
export const accountsPersonal: PersonalPart = {
  room: 'Account',
  tables: {
    account_holder: {
      leads: ['id', 'email'],
      copy: {
        title: 'Your account',
        sql: `SELECT name, email, email_verified, platform_role, two_factor_enabled, created_at, updated_at
              FROM account_holder WHERE id = :account`,
      },
      erasure: 'goes',
    },
    account_credential: {
      leads: ['account_id', 'subject'],
      copy: {
        title: 'Ways you sign in',
        sql: `SELECT provider, CASE WHEN provider <> 'credential' THEN subject END AS identifier, created_at
              FROM account_credential WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
    account_session: {
      leads: ['account_id', 'ip_address', 'user_agent'],
      copy: {
        title: 'Where you are signed in',
        sql: `SELECT ip_address, user_agent, created_at, expires_at FROM account_session
              WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
    account_verification: {
      leads: ['identifier', 'value'],
      copy: { none: secret },
      erasure: 'goes',
      erase: [
        `DELETE FROM account_verification WHERE strpos(value, :account::text) > 0
           OR strpos(lower(value), lower(:email)) > 0 OR strpos(lower(identifier), lower(:email)) > 0`,
      ],
    },
    account_two_factor: { leads: ['account_id'], copy: { none: secret }, erasure: 'goes' },
    account_membership: {
      leads: ['account_id'],
      copy: {
        title: 'Organisations you belong to',
        sql: `SELECT o.name AS organisation, m.role, m.created_at FROM account_membership m
              JOIN organisation o ON o.id = m.organisation_id WHERE m.account_id = :account ORDER BY m.created_at`,
      },
      erasure: 'goes',
    },
    account_invitation: {
      leads: ['email', 'inviter_id'],
      copy: {
        title: 'Invitations to organisations',
        sql: `SELECT o.name AS organisation, i.role, i.status, i.created_at, i.expires_at, i.decided_at
              FROM account_invitation i JOIN organisation o ON o.id = i.organisation_id
              WHERE i.email = lower(:email) ORDER BY i.created_at`,
      },
      erasure: 'goes',
      erase: ['DELETE FROM account_invitation WHERE email = lower(:email)'],
    },
    account_consent: {
      leads: ['account_id'],
      copy: {
        title: 'What you agreed to',
        sql: `SELECT purpose, text_version, given_at, withdrawn_at FROM account_consent
              WHERE account_id = :account ORDER BY given_at`,
      },
      erasure: 'goes',
    },
    account_claim: {
      leads: ['account_id', 'profile_id', 'decided_by', 'work_email'],
      copy: {
        title: 'Profiles you claimed',
        sql: `SELECT proof, state, work_email, evidence, decision_reason, created_at, decided_at FROM account_claim
              WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
      erase: [
        `DELETE FROM account_claim WHERE lower(work_email) = lower(:email) AND state = 'code-sent'`,
        `UPDATE account_claim SET work_email = NULL WHERE lower(work_email) = lower(:email)`,
      ],
    },
    erasure: {
      leads: ['account_id', 'asked_by'],
      copy: {
        title: 'Erasures you asked for',
        sql: 'SELECT asked_at, due_at FROM erasure WHERE account_id = :account',
      },
      erasure: {
        stays: 'That an erasure was done and when, without whose it was: so that it can be shown to have been.',
      },
    },
    idempotency_key: {
      leads: ['account_id'],
      copy: { none: 'It only keeps a form that is sent twice from being done twice, for a week.' },
      erasure: 'goes',
      erase: ['DELETE FROM idempotency_key WHERE account_id = :account'],
    },
  },
};
