import type { PersonalPart } from '#accounts';
import { nameOfSide } from '#requests';

/** The collaborations that somebody took part in, or was asked into: by these their name may be anywhere in the record. */
export const theirCollaborations = `(
  SELECT id FROM collaboration WHERE sender_academic_id = :profile OR receiver_academic_id = :profile
  UNION SELECT collaboration_id FROM collaboration_person WHERE account_id = :account
  UNION SELECT collaboration_id FROM collaboration_event WHERE account_id = :account
  UNION SELECT collaboration_id FROM collaboration_invitation WHERE email = lower(:email)
  UNION SELECT collaboration_id FROM sign_off WHERE approver_email = :email
  UNION SELECT s.collaboration_id FROM sign_off_link l JOIN sign_off s ON s.id = l.sign_off_id WHERE l.email = :email)`;

const theirs = `collaboration_id IN ${theirCollaborations}`;
const record = 'as the other side’s record of the work, with your name and addresses struck out';

/** What collaborations hold of people. */
export const collaborationsPersonal: PersonalPart = {
  room: 'Collaborations',
  tables: {
    collaboration: {
      leads: ['sender_academic_id', 'receiver_academic_id'],
      copy: {
        title: 'Your collaborations',
        sql: `SELECT c.title, CASE WHEN o.blind THEN NULL WHEN c.sender_academic_id = :profile THEN ${nameOfSide('ra', 'ro')}
                ELSE ${nameOfSide('sa', 'so')} END AS "with", c.state, c.next_on, c.next_what, c.created_at, c.moved_at
              FROM collaboration c
              LEFT JOIN academic sa ON sa.id = c.sender_academic_id LEFT JOIN organisation so ON so.id = c.sender_organisation_id
              LEFT JOIN academic ra ON ra.id = c.receiver_academic_id LEFT JOIN organisation ro ON ro.id = c.receiver_organisation_id
              LEFT JOIN opportunity o ON o.id = c.opportunity_id
              WHERE c.sender_academic_id = :profile OR c.receiver_academic_id = :profile ORDER BY c.created_at`,
      },
      erasure: { stays: `That there was a collaboration and how it went, ${record}.` },
      strike: { columns: ['title', 'next_what'], where: `id IN ${theirCollaborations}` },
    },
    engagement_terms: {
      leads: ['account_id'],
      copy: {
        title: 'Terms you wrote',
        sql: `SELECT number, type, oop_type, fte, days_per_year, starts_on, ends_on, place_mode, place, paid_by, pay_route, backfill,
                right_to_return, returns_on, counts_to_training, honorary_contract, note, created_at
              FROM engagement_terms WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: { stays: `What was agreed on, ${record}.` },
      strike: { columns: ['place', 'pay_route', 'backfill', 'note'], where: theirs },
    },
    collaboration_person: {
      leads: ['account_id'],
      copy: {
        title: 'Collaborations you worked on',
        sql: `SELECT c.title AS collaboration, p.side, p.role, p.joined_at, p.left_at FROM collaboration_person p
              JOIN collaboration c ON c.id = p.collaboration_id WHERE p.account_id = :account ORDER BY p.joined_at`,
      },
      erasure: 'goes',
    },
    collaboration_event: {
      leads: ['account_id'],
      copy: {
        title: 'What you did in collaborations',
        sql: `SELECT action, from_state, to_state, side, note, created_at FROM collaboration_event
              WHERE account_id = :account ORDER BY number`,
      },
      erasure: { stays: `What was done and when, ${record}.` },
      strike: { columns: ['note', 'details'], where: theirs },
    },
    collaboration_invitation: {
      leads: ['email', 'inviter_id'],
      copy: {
        title: 'Collaborations you were asked into',
        sql: 'SELECT side, role, created_at FROM collaboration_invitation WHERE email = lower(:email) ORDER BY created_at',
      },
      erasure: 'goes',
      erase: ['DELETE FROM collaboration_invitation WHERE email = lower(:email)'],
    },
    collaboration_task: {
      leads: ['owner_id', 'done_by'],
      copy: {
        title: 'Your tasks',
        sql: `SELECT title, note, due_on, done_at, created_at FROM collaboration_task
              WHERE owner_id = :account OR done_by = :account ORDER BY number`,
      },
      erasure: { stays: `The tasks, ${record}; those that were yours are nobody’s.` },
      strike: { columns: ['title', 'note'], where: theirs },
    },
    collaboration_message: {
      leads: ['account_id'],
      copy: {
        title: 'Messages you wrote in collaborations',
        sql: 'SELECT text, created_at FROM collaboration_message WHERE account_id = :account ORDER BY number',
      },
      erasure: { stays: `Messages, from “A former member”, ${record}.` },
      strike: { columns: ['text'], where: theirs },
    },
    policy_permission: {
      leads: ['asked_by', 'decided_by'],
      copy: {
        title: 'Permissions of organisations you asked for or decided on',
        sql: `SELECT o.name AS organisation, p.state, p.asked_at, p.decided_at,
                CASE WHEN p.decided_by = :account THEN p.reason END AS reason
              FROM policy_permission p JOIN organisation o ON o.id = p.organisation_id
              WHERE p.asked_by = :account OR p.decided_by = :account ORDER BY p.asked_at`,
      },
      erasure: { stays: `Whether the organisation permitted it and why, ${record}.` },
      strike: { columns: ['reason'], where: theirs },
    },
    collaboration_read: {
      leads: ['account_id'],
      copy: {
        title: 'How far you have read collaborations',
        sql: 'SELECT number, read_at FROM collaboration_read WHERE account_id = :account ORDER BY read_at',
      },
      erasure: 'goes',
    },
  },
};
