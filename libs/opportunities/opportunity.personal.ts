import type { PersonalPart } from '#accounts';

/** What opportunities hold of people. */
export const opportunitiesPersonal: PersonalPart = {
  room: 'Opportunities',
  tables: {
    opportunity: {
      leads: ['academic_id'],
      copy: {
        title: 'Your ideas',
        sql: `SELECT title, opportunity_type, summary, text, topics, sectors, professions, career_stages, engagement_types,
                must_have, nice_to_have, exclude, starts_on, length_months, fte, place_mode, city, region, nation, funding,
                deadline, state, published_at, created_at, updated_at
              FROM opportunity WHERE academic_id = :profile ORDER BY created_at`,
      },
      erasure: 'goes',
    },
    opportunity_reveal: {
      leads: ['account_id'],
      copy: {
        title: 'Blind opportunities whose owner you were shown',
        sql: `SELECT o.title AS opportunity, r.revealed_at FROM opportunity_reveal r
              JOIN opportunity o ON o.id = r.opportunity_id WHERE r.account_id = :account ORDER BY r.revealed_at`,
      },
      erasure: 'goes',
      erase: ['DELETE FROM opportunity_reveal WHERE account_id = :account'],
    },
  },
};
