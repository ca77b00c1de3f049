import { type AccessRow, onAll, onId, platformOnly, row, signedIn } from './access.rows.js';

const password = 'a long enough phrase for tests';

/** What is held about somebody is theirs alone; people without an account ask the platform. */
export const rightsRows: AccessRow[] = [
  onAll('myData', signedIn('allowed')),
  row(
    'askForErasure',
    'themselves',
    ({ emails }, role) => ({ input: { confirmation: emails[role], password } }),
    // Each is alone in a role that somebody must hold.
    signedIn('allowed', { admin: 'STILL_NEEDED', other: 'STILL_NEEDED', platform: 'STILL_NEEDED' }),
  ),
  onAll('cancelErasure', signedIn('allowed')),
  onAll('heldOfAddress', platformOnly, { address: 'nobody.here@example.org' }),
  onAll('eraseAddress', platformOnly, { address: 'nobody.here@example.org' }),
  onId('eraseProfile', 'unclaimed', platformOnly),
  onId('eraseProfile', 'claimed', signedIn('NOT_ALLOWED', { platform: 'TAKEN' })),
];
