import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { AskForErasureDocument, CancelErasureDocument, MyDataDocument, type MyDataQuery } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { TextLink } from '../theme/link-button';

type Held = MyDataQuery['myData'];

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const textOf = (form: FormData, name: string) => String(form.get(name) ?? '');

/** What goes and what stays, so that nobody is surprised afterwards. */
const Consequences = ({ rooms }: { rooms: Held['rooms'] }) => {
  const things = rooms.flatMap((room) => room.things.map((thing) => ({ ...thing, room: room.room })));
  const staying = things.filter(({ stays }) => stays !== null);
  return (
    <>
      <h3>What goes</h3>
      <p>
        Your account and sign-in, your profile with its works and its place in searches, your ideas, drafts, plans,
        saved searches, notifications, interests, meetings and introductions. Requests that are open end, and work that
        is under way ends; the other side is told.
      </p>
      <h3>What stays, and why</h3>
      <ul>
        {staying.map(({ room, title, stays }) => (
          <li key={`${room} ${title}`}>
            <strong>{title}.</strong> {stays}
          </li>
        ))}
      </ul>
    </>
  );
};

const AskForm = ({ held, viewer, done }: { held: Held; viewer: Viewer; done: () => void }) => {
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: (input: { confirmation: string; password: string | null }) => ask(AskForErasureDocument, { input }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['my-data'] });
      done();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    asking.mutate({ confirmation: textOf(form, 'confirmation'), password: textOf(form, 'password') || null });
  };
  return (
    <form onSubmit={submit}>
      <Stack maw="32rem">
        {asking.error && <ProblemNotice error={asking.error} title="Nothing is erased yet" />}
        <TextInput
          name="confirmation"
          label="Your e-mail address"
          description={`Type ${viewer.email} to show that you mean it.`}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label="Your password"
          description="Leave it empty if you have signed in within the last few minutes."
          autoComplete="current-password"
        />
        <Button type="submit" color="red" variant="outline" loading={asking.isPending} style={{ alignSelf: 'start' }}>
          Erase my account in {held.graceDays} days
        </Button>
      </Stack>
    </form>
  );
};

const Waiting = ({ dueAt }: { dueAt: string }) => {
  const queries = useQueryClient();
  const keeping = useMutation({
    mutationFn: () => ask(CancelErasureDocument, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['my-data'] }),
  });
  return (
    <Alert color="red" title={`Your account is erased on ${days.format(new Date(dueAt))}`} role="status">
      <p>Until then everything stays as it is. The letter that we sent you has a link to keep the account, too.</p>
      {keeping.error && <ProblemNotice error={keeping.error} />}
      <Button variant="default" loading={keeping.isPending} onClick={() => keeping.mutate()}>
        Keep my account
      </Button>
    </Alert>
  );
};

const Data = ({ viewer }: { viewer: Viewer }) => {
  const { data, error, refetch } = useQuery({ ...reading('my-data', MyDataDocument, {}), staleTime: 0 });
  const [open, setOpen] = useState(false);
  const held = data?.myData;
  return (
    <div className="prose">
      <PageHeading title="My data" />
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!held && !error && <FormSkeleton groups={2} />}
      {held?.erasure && <Waiting dueAt={held.erasure.dueAt} />}
      {held && (
        <>
          <h2>Take it with you</h2>
          <p>
            Everything that is held about you, in one file: to read, or for another program. It says what is left out,
            and why.
          </p>
          <p style={{ display: 'flex', gap: '0.75rem', flexWrap: 'wrap' }}>
            <Button component="a" href="/downloads/my-data/mine.pdf" variant="default">
              Download it to read (PDF)
            </Button>
            <Button component="a" href="/downloads/my-data/mine.json" variant="default">
              Download it for a program (JSON)
            </Button>
          </p>
          <h2>What you agreed to</h2>
          <p>
            Each thing, in which words and when, is under <TextLink to="/me/consent">What I agreed to</TextLink>. What
            you have written you correct where it stands: on <TextLink to="/me">your profile</TextLink>, for example.
          </p>
          {!held.erasure && (
            <>
              <h2>Have it erased</h2>
              <p>You have {held.graceDays} days to change your mind. After that it cannot be taken back.</p>
              {held.obstacles.length > 0 ? (
                <Alert color="orange" title="Something has to be done first">
                  <ul>
                    {held.obstacles.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                </Alert>
              ) : (
                !open && (
                  <Button variant="default" onClick={() => setOpen(true)}>
                    Show what would go, and go on
                  </Button>
                )
              )}
              {open && held.obstacles.length === 0 && (
                <>
                  <Consequences rooms={held.rooms} />
                  <AskForm held={held} viewer={viewer} done={() => setOpen(false)} />
                </>
              )}
            </>
          )}
        </>
      )}
    </div>
  );
};

const DataPage = () => (
  <SignedIn title="My data" why="Sign in to see what is held about you, take it with you, or have it erased.">
    {(viewer) => <Data viewer={viewer} />}
  </SignedIn>
);

export default DataPage;
