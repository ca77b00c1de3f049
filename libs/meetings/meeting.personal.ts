import type { PersonalPart } from '#accounts';

/** What mentors, events and the calendar hold of people. */
export const meetingsPersonal: PersonalPart = {
  room: 'Meetings',
  tables: {
    mentor: {
      leads: ['academic_id'],
      copy: {
        title: 'What you offer as a mentor',
        sql: `SELECT grounds, experience, help_with, sectors, most_open, active, created_at, updated_at FROM mentor
              WHERE academic_id = :profile`,
      },
      erasure: 'goes',
    },
    event_attendee: {
      leads: ['account_id', 'academic_id'],
      copy: {
        title: 'Events you go to',
        sql: `SELECT e.name AS event, e.starts_at, a.visible, a.looking_for, a.times, a.created_at FROM event_attendee a
              JOIN event e ON e.id = a.event_id WHERE a.account_id = :account ORDER BY e.starts_at`,
      },
      erasure: 'goes',
    },
    slot: {
      leads: ['account_id', 'guest_account_id'],
      copy: {
        title: 'Times in your calendar',
        sql: `SELECT starts_at, ends_at, place, link, state FROM slot
              WHERE account_id = :account OR guest_account_id = :account ORDER BY starts_at`,
      },
      erasure: 'goes',
    },
    calendar_hold: {
      leads: ['account_id'],
      copy: { none: 'It repeats the times in your calendar.' },
      erasure: 'goes',
      erase: ['DELETE FROM calendar_hold WHERE account_id = :account'],
    },
    meeting: {
      leads: ['asker_account_id', 'asked_account_id', 'absent_account_id', 'ended_by'],
      copy: {
        title: 'Meetings and advice',
        sql: `SELECT CASE WHEN asker_account_id = :account THEN 'asker' ELSE 'asked' END AS "you", kind, message, answer, state,
                created_at, decided_at
              FROM meeting WHERE asker_account_id = :account OR asked_account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
  },
};
