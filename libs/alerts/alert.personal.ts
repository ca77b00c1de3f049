import type { PersonalPart } from '#accounts';

/** What saved searches, letters and views hold of people. */
export const alertsPersonal: PersonalPart = {
  room: 'Saved searches and views',
  tables: {
    saved_search: {
      leads: ['account_id'],
      copy: {
        title: 'Searches you saved',
        sql: `SELECT kind, name, query, filter, cadence, told_until, created_at FROM saved_search
              WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
    digest_preference: {
      leads: ['account_id'],
      copy: {
        title: 'How often letters come',
        sql: 'SELECT profile_views, views_told_until FROM digest_preference WHERE account_id = :account',
      },
      erasure: 'goes',
    },
    profile_view: {
      leads: ['academic_id'],
      copy: {
        title: 'Organisations that looked at your profile',
        sql: `SELECT CASE o.visibility WHEN 'hidden' THEN NULL ELSE o.name END AS organisation, v.day FROM profile_view v
              JOIN organisation o ON o.id = v.organisation_id
              WHERE v.academic_id = :profile
                AND NOT EXISTS (SELECT FROM profile_view_refusal r WHERE r.organisation_id = v.organisation_id) ORDER BY v.day`,
      },
      erasure: 'goes',
    },
    profile_view_refusal: {
      leads: ['academic_id'],
      copy: {
        title: 'That you do not want views of your profile recorded',
        sql: 'SELECT created_at FROM profile_view_refusal WHERE academic_id = :profile',
      },
      erasure: 'goes',
    },
  },
};
