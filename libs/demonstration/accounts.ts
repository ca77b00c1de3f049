import { accounts } from './casting.js';
import { institutionKey } from './organisations/institutions.js';
import { keyOf, sourceName } from './source.js';

/** Somebody who can sign in to the demonstration. All addresses are in domains that are reserved and lead nowhere. */
export interface DemonstrationAccount {
  email: string;
  name: string;
  /** who this is, for the list of accounts that a newcomer sees */
  description: string;
  role: 'academic' | 'member' | 'admin' | 'office' | 'platform-admin';
  /** the profile that is theirs, by the keys of its record */
  academic?: { source: string; sourceKey: string };
  /** the organisation that they belong to, by the keys of its record */
  organisation?: { source: string; sourceKey: string };
}

/** The demonstration accounts; whoever creates them chooses the password. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = accounts.map(
  ({ email, name, as, owns, member, role }) => ({
    email,
    name,
    description: as,
    role: role ?? 'academic',
    ...(owns ? { academic: { source: sourceName, sourceKey: keyOf('academic', owns.person + 1) } } : {}),
    ...(member
      ? {
          organisation: {
            source: sourceName,
            sourceKey: 'firm' in member ? keyOf('company', member.firm + 1) : institutionKey(member.institution),
          },
        }
      : {}),
  }),
);
