import { describe, expect, test } from '@jest/globals';
import { workEmailVerdict } from './claim.policy.js';
import type { ClaimableProfile } from './profile-claims.js';

const profile = (changes: Partial<ClaimableProfile> = {}): ClaimableProfile => ({
  id: 'p',
  givenName: 'Amina',
  familyName: 'Yusuf',
  orcid: null,
  claimed: false,
  workEmail: null,
  emailDomains: ['leeds.example', 'trust.nhs.example'],
  ...changes,
});

describe('whether a work address shows that a profile is somebody’s', () => {
  test.each([
    ['a.yusuf@leeds.example', 'allowed'],
    ['amina.yusuf@trust.nhs.example', 'allowed'],
    ['A.Yusuf3@Leeds.Example', 'allowed'],
    ['yusufa@leeds.example', 'allowed'],
    ['yusuf@med.leeds.example', 'allowed'],
    ['amina.yusuf+benchside@leeds.example', 'allowed'],
    // a colleague, a namesake with another initial, a shared mailbox, a number
    ['b.smith@leeds.example', 'other-name'],
    ['k.yusuf@leeds.example', 'other-name'],
    ['press.office@leeds.example', 'other-name'],
    ['abc1234@leeds.example', 'other-name'],
    // the tag behind a plus is the sender's own to write
    ['b.smith+yusuf@leeds.example', 'other-name'],
    // other places, and look-alikes of the right one
    ['amina.yusuf@york.example', 'other-domain'],
    ['amina.yusuf@notleeds.example', 'other-domain'],
    ['amina.yusuf@leeds.example.evil.test', 'other-domain'],
    ['amina.yusuf@example', 'other-domain'],
  ])('%s: %s', (email, verdict) => {
    expect(workEmailVerdict(profile(), email)).toBe(verdict);
  });

  test('an address that the register itself names is enough', () => {
    const known = profile({ workEmail: 'Abc1234@leeds.example' });
    expect(workEmailVerdict(known, 'abc1234@leeds.example')).toBe('allowed');
  });

  test('a domain where anybody gets a mailbox is never enough', () => {
    const careless = profile({ emailDomains: ['gmail.com', 'com', '', 'leeds.example'] });
    expect(workEmailVerdict(careless, 'amina.yusuf@gmail.com')).toBe('other-domain');
    expect(workEmailVerdict(careless, 'amina.yusuf@evil.com')).toBe('other-domain');
  });

  test.each([
    ['Li', 'Wei', 'wei.li@leeds.example', 'allowed'],
    ['Li', 'Wei', 'olivia.liston@leeds.example', 'other-name'],
    ['O’Neill-Brown', 'Siân', 's.oneill-brown@leeds.example', 'allowed'],
    ['Müller', 'Jürgen', 'j.muller@leeds.example', 'allowed'],
    ['N', 'Prasad', 'p.n@leeds.example', 'other-name'],
  ])('%s, %s with %s: %s', (familyName, givenName, email, verdict) => {
    expect(workEmailVerdict(profile({ familyName, givenName }), email)).toBe(verdict);
  });
});
