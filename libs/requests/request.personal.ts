import { onlyWho, type PersonalPart } from '#accounts';
import { nameOfSide } from './request.queries.js';

const sides = `(sender_academic_id = :profile OR receiver_academic_id = :profile
  OR sender_account_id = :account OR receiver_account_id = :account)`;
const theirs = `request_id IN (SELECT id FROM collaboration_request WHERE ${sides}
  UNION SELECT request_id FROM request_event WHERE account_id = :account
  UNION SELECT request_id FROM request_message WHERE account_id = :account)`;

/** What requests hold of people. The owner of a blind opportunity is never in anybody's copy. */
export const requestsPersonal: PersonalPart = {
  room: 'Requests',
  tables: {
    collaboration_request: {
      leads: ['sender_account_id', 'sender_academic_id', 'receiver_account_id', 'receiver_academic_id'],
      copy: {
        title: 'Requests you sent or got',
        sql: `SELECT CASE WHEN r.sender_academic_id = :profile OR r.sender_account_id = :account THEN 'sent' ELSE 'received' END AS "you",
                CASE WHEN o.blind THEN NULL WHEN r.sender_academic_id = :profile OR r.sender_account_id = :account
                  THEN ${nameOfSide('ra', 'ro')} ELSE ${nameOfSide('sa', 'so')} END AS "with",
                r.type, o.title AS opportunity, r.reason, r.starts_on, r.length_months, r.fte, r.place_mode, r.funding, r.note,
                r.state, r.created_at, r.delivered_at, r.decided_at
              FROM collaboration_request r
              LEFT JOIN academic sa ON sa.id = r.sender_academic_id LEFT JOIN organisation so ON so.id = r.sender_organisation_id
              LEFT JOIN academic ra ON ra.id = r.receiver_academic_id LEFT JOIN organisation ro ON ro.id = r.receiver_organisation_id
              LEFT JOIN opportunity o ON o.id = r.opportunity_id
              WHERE (r.sender_academic_id = :profile OR r.sender_account_id = :account)
                OR r.delivered_at IS NOT NULL AND (r.receiver_academic_id = :profile OR r.receiver_account_id = :account)
              ORDER BY r.created_at`,
      },
      erasure: {
        stays:
          'Requests that reached the other side: they are its record, too. Your name and addresses are struck out of them.',
      },
      strike: { columns: ['reason', 'funding', 'note', 'mismatch'], where: sides },
      erase: [
        'DELETE FROM collaboration_request WHERE sender_academic_id = :profile AND delivered_at IS NULL',
        // What it was about goes with its owner; that something was asked stays.
        `UPDATE collaboration_request SET opportunity_id = NULL, opportunity_of = NULL
         WHERE opportunity_id IN (SELECT id FROM opportunity WHERE academic_id = :profile)`,
      ],
    },
    request_office: {
      leads: ['decided_by'],
      copy: {
        title: 'Requests you decided on for an office',
        sql: `SELECT o.name AS office, f.decision, f.decided_at FROM request_office f
              JOIN organisation o ON o.id = f.organisation_id WHERE f.decided_by = :account ORDER BY f.decided_at`,
      },
      ...onlyWho('The decision of the office'),
    },
    request_event: {
      leads: ['account_id'],
      copy: {
        title: 'What you did with requests',
        sql: `SELECT action, from_state, to_state, side, reason, note, created_at FROM request_event
              WHERE account_id = :account ORDER BY number`,
      },
      erasure: { stays: 'What was done with a request, as the other side’s record, without who did it.' },
      strike: { columns: ['note'], where: theirs },
    },
    request_message: {
      leads: ['account_id'],
      copy: {
        title: 'Messages you wrote on requests',
        sql: `SELECT kind, text, slots, minutes, created_at FROM request_message WHERE account_id = :account ORDER BY number`,
      },
      erasure: {
        stays:
          'Messages, as part of the conversation with the other side: from “A former member”, with your name and addresses struck out.',
      },
      strike: { columns: ['text'], where: theirs },
    },
    request_nda: {
      leads: ['account_id'],
      copy: {
        title: 'Confidentiality agreements you signed before a request',
        sql: `SELECT text_version, side, signatory, role, capacity, binds, signed_on FROM request_nda
              WHERE account_id = :account ORDER BY signed_on`,
      },
      erasure: { stays: 'Who signed a confidentiality agreement and when: the other side may have to show it.' },
    },
    request_read: {
      leads: ['account_id'],
      copy: {
        title: 'How far you have read requests',
        sql: 'SELECT side, seen, read_at, archived_at FROM request_read WHERE account_id = :account ORDER BY read_at',
      },
      erasure: 'goes',
    },
    request_draft: {
      leads: ['account_id'],
      copy: {
        title: 'Drafts of requests',
        sql: 'SELECT content, created_at, updated_at FROM request_draft WHERE account_id = :account ORDER BY created_at',
      },
      erasure: 'goes',
    },
  },
};
