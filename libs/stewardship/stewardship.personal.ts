import { onlyWho, type PersonalPart } from '#accounts';

/** What the care of the platform holds of people: which administrator did what. */
export const stewardshipPersonal: PersonalPart = {
  room: 'Care of the platform',
  tables: {
    exposure_measurement: {
      leads: ['started_by'],
      copy: {
        title: 'Measurements of who is shown that you started',
        sql: 'SELECT state, created_at, ended_at FROM exposure_measurement WHERE started_by = :account ORDER BY created_at',
      },
      ...onlyWho('The measurement'),
    },
    topic_synonym: {
      leads: ['added_by'],
      copy: {
        title: 'Synonyms you added',
        sql: 'SELECT topic, synonym, source, created_at FROM topic_synonym WHERE added_by = :account ORDER BY created_at',
      },
      ...onlyWho('The synonym'),
    },
    topic_merge: {
      leads: ['merged_by', 'undone_by'],
      copy: {
        title: 'Topics you merged',
        sql: 'SELECT topic, successor, reason, created_at, undone_at FROM topic_merge WHERE merged_by = :account OR undone_by = :account',
      },
      ...onlyWho('That topics were merged'),
    },
    topic_move: {
      leads: ['subject'],
      copy: { none: 'It only says which topics a merge has replaced, for a while, so that it can be undone.' },
      erasure: 'goes',
      erase: ['DELETE FROM topic_move WHERE subject = :profile'],
    },
    topic_word_set_aside: {
      leads: ['set_aside_by'],
      copy: {
        title: 'Words you set aside',
        sql: 'SELECT term, created_at FROM topic_word_set_aside WHERE set_aside_by = :account ORDER BY created_at',
      },
      ...onlyWho('The word that is no topic'),
    },
  },
};
