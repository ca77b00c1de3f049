import { type Letter, letter, oneLine } from '#mail';

const hello = (name: string) => `Hello ${oneLine(name, 80)}`;
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** Says that an account is to be erased, and how to keep it. */
export const erasureAsked = ({ name, dueAt, url }: { name: string; dueAt: Date; url: string }): Letter =>
  letter({
    subject: 'Your account is to be erased',
    greeting: hello(name),
    paragraphs: [
      `you asked for your Benchside account and what is held about you to be erased. It is done on ${days.format(dueAt)}.`,
      'Until then everything stays as it is, and you can change your mind.',
    ],
    action: { label: 'Keep my account', url },
    notes: ['If you did not ask for this, keep the account and choose a new password at once.'],
  });

/** Says that an account is kept after all. */
export const erasureCancelled = ({ name }: { name: string }): Letter =>
  letter({
    subject: 'Your account is kept',
    greeting: hello(name),
    paragraphs: ['your Benchside account is not erased. Everything is as it was.'],
  });

/** Says why an erasure waits. */
export const erasureHeld = ({
  name,
  dueAt,
  obstacles,
  url,
}: {
  name: string;
  dueAt: Date;
  obstacles: string[];
  url: string;
}): Letter =>
  letter({
    subject: 'Your account could not be erased yet',
    greeting: hello(name),
    paragraphs: [...obstacles, `It is tried again on ${days.format(dueAt)}.`],
    action: { label: 'Open my data', url },
  });

/** The last letter to somebody. */
export const erasureDone = ({ name }: { name: string }): Letter =>
  letter({
    subject: 'Your account was erased',
    greeting: hello(name),
    paragraphs: [
      'your Benchside account was erased, with your profile and what was yours alone. What others keep as their record no longer has your name.',
      'This is the last letter that you get from us.',
    ],
  });
