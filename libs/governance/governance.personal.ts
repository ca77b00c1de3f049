import { onlyWho, type PersonalPart } from '#accounts';

/** What plans and policies hold of people. */
export const governancePersonal: PersonalPart = {
  room: 'Plans and policies',
  tables: {
    training_plan: {
      leads: ['account_id'],
      copy: {
        title: 'Your plans for time away',
        sql: `SELECT name, facts, form, starts_on, ends_on, created_at, updated_at FROM training_plan
              WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
    policy_pack: {
      leads: ['edited_by'],
      copy: {
        title: 'Policies you edited',
        sql: `SELECT coalesce(o.name, p.funder) AS "of", p.version, p.state, p.created_at FROM policy_pack p
              LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.edited_by = :account ORDER BY p.created_at`,
      },
      ...onlyWho('The policy of the organisation'),
    },
  },
};
