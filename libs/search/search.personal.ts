import type { PersonalPart } from '#accounts';

const derived = { none: 'It is worked out from your profile and says nothing more.' };

/** What the index and the counted texts hold of people: all of it follows the profile, by the outbox. */
export const searchPersonal: PersonalPart = {
  room: 'Search',
  tables: {
    outbox: { leads: ['subject'], copy: derived, erasure: 'goes' },
    search_academics: { leads: ['id'], copy: derived, erasure: 'goes' },
    text_owner: { leads: ['owner'], copy: derived, erasure: 'goes' },
    text_meaning: { leads: ['owner'], copy: derived, erasure: 'goes' },
    index_rebuild: {
      leads: ['started_by'],
      copy: {
        title: 'Rebuilds of the index you started',
        sql: 'SELECT kind, state, created_at FROM index_rebuild WHERE started_by = :account ORDER BY created_at',
      },
      erasure: { stays: 'That the index was rebuilt, without who did it.' },
    },
  },
};
