import { type Letter, letter, oneLine } from '#mail';
import type { OrganisationRole } from './viewer.js';

const hello = (name: string) => `Hello ${oneLine(name, 80)}`;

/** Asks the owner of an address to confirm that the new account is theirs. */
export const confirmAddress = ({ name, url }: { name: string; url: string }): Letter =>
  letter({
    subject: 'Confirm your e-mail address',
    greeting: hello(name),
    paragraphs: [
      'somebody, we think you, opened a Benchside account with this e-mail address. Confirm it to sign in for the first time.',
    ],
    action: { label: 'Confirm this address', url },
    notes: [
      'The link works for one hour.',
      'If you did not open an account, do not follow the link: the account is then removed and nothing else happens.',
    ],
  });

/** Tells an account holder that somebody tried to open a second account with their address. */
export const alreadyHere = ({ name, url }: { name: string; url: string }): Letter =>
  letter({
    subject: 'You already have a Benchside account',
    greeting: hello(name),
    paragraphs: [
      'somebody, perhaps you, tried to open a Benchside account with this e-mail address. You have one already, and nothing has changed.',
      'Sign in as before; if you have forgotten the password, choose a new one.',
    ],
    action: { label: 'Sign in', url },
    notes: ['If this was not you, there is nothing you need to do.'],
  });

/** Lets an account holder choose a new password. */
export const newPassword = ({ name, url }: { name: string; url: string }): Letter =>
  letter({
    subject: 'Choose a new password',
    greeting: hello(name),
    paragraphs: ['somebody, we think you, asked for a new password for your Benchside account.'],
    action: { label: 'Choose a new password', url },
    notes: [
      'The link works once, for one hour. Choosing a new password signs you out everywhere.',
      'If you did not ask for this, ignore this message: your password stays as it is.',
    ],
  });

export type SecurityChange = 'password' | 'two-factor-on' | 'two-factor-off' | 'orcid';

const changes: Record<SecurityChange, string> = {
  password: 'The password of your Benchside account was changed.',
  'two-factor-on': 'Two-step sign-in was switched on for your Benchside account.',
  'two-factor-off': 'Two-step sign-in was switched off for your Benchside account.',
  orcid: 'Your ORCID iD was connected to your Benchside account; it can be used to sign in.',
};

/** Tells an account holder that the way they sign in has changed, so that a change by another is noticed. */
export const securityChanged = ({ name, change, url }: { name: string; change: SecurityChange; url: string }): Letter =>
  letter({
    subject: 'A change to how you sign in',
    greeting: hello(name),
    paragraphs: [changes[change]],
    action: { label: 'Look at your account', url },
    notes: ['If this was not you, choose a new password at once: that signs everybody out.'],
  });

const roleWords: Record<OrganisationRole, string> = {
  member: 'a member',
  admin: 'an admin',
  office: 'its research office',
};

/** Invites the holder of an address into an organisation. The link alone opens nothing: the address does. */
export const invitation = ({
  organisation,
  inviter,
  role,
  url,
}: {
  organisation: string;
  inviter: string;
  role: OrganisationRole;
  url: string;
}): Letter =>
  letter({
    subject: `${oneLine(inviter, 60)} invites you to ${oneLine(organisation, 80)} on Benchside`,
    greeting: 'Hello',
    paragraphs: [
      `${oneLine(inviter, 80)} invites you to join ${oneLine(organisation, 120)} on Benchside, as ${roleWords[role]}.`,
      'To answer, sign in with this e-mail address, or open an account with it first.',
    ],
    action: { label: 'See the invitation', url },
    notes: ['The invitation holds for seven days.', 'If you do not know the organisation, ignore this message.'],
  });

/** Brings the code that proves a claim, to the work address that the profile allows. */
export const claimCode = ({
  profile,
  claimant,
  email,
  code,
}: {
  profile: string;
  claimant: string;
  email: string;
  code: string;
}): Letter =>
  letter({
    subject: 'Your code for a Benchside profile',
    greeting: 'Hello',
    paragraphs: [
      `${oneLine(claimant, 80)} (${email}) says that the Benchside profile of ${oneLine(profile, 120)} is theirs, and gave this address as proof.`,
      `If this is you, the code is: ${code}`,
    ],
    notes: [
      'The code works for 30 minutes, in the account that asked for it.',
      'If this is not you, do not pass the code on: whoever enters it takes over the profile.',
    ],
  });

/** Tells a claimant what was decided, and why. */
export const claimDecided = ({
  name,
  granted,
  reason,
  url,
}: {
  name: string;
  granted: boolean;
  reason: string;
  url: string;
}): Letter =>
  letter({
    subject: granted ? 'The profile is yours' : 'Your claim was not granted',
    greeting: hello(name),
    paragraphs: [
      granted
        ? 'we looked at your claim, and the profile is now yours to edit.'
        : 'we looked at your claim, and could not see that the profile is yours.',
      `What was noted: ${oneLine(reason, 2000)}`,
    ],
    action: { label: 'Open your account', url },
  });
