import { randomUUID } from 'node:crypto';
import {
  type AccessRow,
  asInput,
  everybody,
  key,
  onAll,
  onId,
  only,
  people,
  platformOnly,
  row,
  signedIn,
} from './access.rows.js';
import type { Role, World } from './access.world.js';

const question = { kind: 'academics', name: 'Asthma', query: 'asthma', filters: [], cadence: 'off' };

const savedBy = ({ insert, actors }: World, role: Role) =>
  insert('saved_search', {
    account_id: actors[role].accountId,
    kind: 'academics',
    name: 'Asthma',
    query: 'asthma',
    question_key: randomUUID(),
    cadence: 'off',
  });

/** Saved searches are their owner's alone; what companies look at and what is sought in vain never names a person. */
export const alertRows: AccessRow[] = [
  onAll('savedSearches', signedIn('allowed')),
  onAll('digestPreferences', signedIn('allowed')),
  row(
    'saveSearch',
    'a new one',
    asInput(() => ({ ...question, ...key() })),
    signedIn('allowed'),
  ),
  row(
    'changeSavedSearch',
    'of the office',
    asInput(async (world) => ({ id: await savedBy(world, 'office'), name: 'Severe asthma' })),
    only(['office']),
  ),
  row(
    'deleteSavedSearch',
    'of the office',
    async (world) => ({ id: await savedBy(world, 'office') }),
    only(['office']),
  ),
  row(
    'changeDigest',
    'their own',
    asInput(() => ({ profileViews: 'weekly' })),
    signedIn('allowed'),
  ),
  onAll('profileViews', signedIn('allowed')),
  onId('recordView', 'claimed', signedIn('allowed'), 'academicId'),
  onId('recordView', 'hidden', only(['platform']), 'academicId'),
  row('recordViewsOfMe', 'their own profile', () => ({ recorded: false }), only(['academic'])),
  onId('looksUnseen', 'company', only(people), 'organisationId'),
  onId('lookUnseen', 'company', only(['admin'], { member: 'NOT_ALLOWED', office: 'NOT_ALLOWED' }), 'organisationId', {
    unseen: true,
  }),
  onId('searchGaps', 'company', only(['admin', 'office']), 'organisationId', { first: 5 }),
  onAll('indexRebuilds', platformOnly),
  onAll('rebuildIndex', platformOnly, { kind: 'academics' }),
  row(
    'recordSearchInVain',
    'all',
    asInput(() => ({ kind: 'academics', query: 'asthma', filters: [] })),
    everybody('allowed'),
  ),
];
