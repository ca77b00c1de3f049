import type { PersonalPart } from '#accounts';

const theirTransfers = `(SELECT id FROM transfer_of_value WHERE academic_id = :profile OR recorded_by = :account OR consent_by = :account
  UNION SELECT transfer_id FROM transfer_change WHERE account_id = :account)`;

/** What declarations hold of people. */
export const declarationsPersonal: PersonalPart = {
  room: 'Interests and transfers of value',
  tables: {
    interest_declaration: {
      leads: ['account_id'],
      copy: {
        title: 'Interests you declared',
        sql: `SELECT nothing, category, situation, counterparty, description, value_band, starts_on, ends_on, declared_on, confirmed_on,
                mitigation, mitigation_note, review_on, visibility, state, withdrawn_reason, created_at, updated_at
              FROM interest_declaration WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
    interest_change: {
      leads: ['account_id'],
      copy: {
        title: 'How your declarations changed',
        sql: `SELECT c.action, c.made_by, c.content, c.at FROM interest_change c
              JOIN interest_declaration d ON d.id = c.declaration_id WHERE d.account_id = :account ORDER BY c.at`,
      },
      erasure: { stays: 'What you wrote of other people’s interests for an office, without who wrote it.' },
      strike: { columns: ['content'], where: 'account_id = :account' },
    },
    interest_reminder: {
      leads: ['account_id'],
      copy: {
        title: 'When you were reminded of your interests',
        sql: 'SELECT reminded_on FROM interest_reminder WHERE account_id = :account',
      },
      erasure: 'goes',
    },
    interest_dismissal: {
      leads: ['account_id'],
      copy: {
        title: 'What you said is no interest',
        sql: `SELECT o.name AS organisation, d.kind, d.reason, d.created_at FROM interest_dismissal d
              JOIN organisation o ON o.id = d.organisation_id WHERE d.account_id = :account ORDER BY d.created_at`,
      },
      erasure: 'goes',
    },
    transfer_of_value: {
      leads: ['recorded_by', 'academic_id', 'consent_by'],
      copy: {
        title: 'What companies recorded of what they gave you',
        sql: `SELECT o.name AS company, t.category, t.amount_pence, t.paid_on, t.description, t.consent, t.consent_at, t.state,
                t.dispute_reason
              FROM transfer_of_value t JOIN organisation o ON o.id = t.organisation_id
              WHERE t.academic_id = :profile ORDER BY t.paid_on`,
      },
      erasure: {
        stays:
          'The sum, its kind and its date: companies must disclose what they gave (ABPI Code of Practice), in total where nobody agrees to be named. Your consent to be named ends.',
      },
      strike: { columns: ['description', 'dispute_reason'], where: `id IN ${theirTransfers}` },
    },
    transfer_change: {
      leads: ['account_id'],
      copy: {
        title: 'What you said of transfers of value',
        sql: 'SELECT action, at FROM transfer_change WHERE account_id = :account ORDER BY at',
      },
      erasure: { stays: 'How a company’s record of a sum changed, without who changed it.' },
      strike: { columns: ['content'], where: `transfer_id IN ${theirTransfers}` },
    },
  },
};
