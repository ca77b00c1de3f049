import { Alert, Button, Paper, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import account from '../accounts/account-pages.module.css';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { reading } from '../api/queries';
import { TextField } from '../forms/fields';
import { OpenSignOffDocument, SendSignOffCodeDocument, SignOffLinkDocument } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Decision } from './decision';
import { closedLinks } from './states';

const Closed = ({ state }: { state: string }) => {
  const { title, text } = closedLinks[state] ?? closedLinks.revoked ?? { title: '', text: '' };
  return (
    <div className="prose">
      <PageHeading title={title} />
      <p>{text}</p>
    </div>
  );
};

interface DoorProps {
  token: string;
  label: string;
  sentTo: string;
  needsCode: boolean;
}

/** What stands before the sheet: a code that shows that the link was sent to whoever holds it. */
const Door = ({ token, label, sentTo, needsCode }: DoorProps) => {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const sending = useMutation({ mutationFn: () => ask(SendSignOffCodeDocument, { token }) });
  const opening = useMutation({
    mutationFn: () => ask(OpenSignOffDocument, { token, code: needsCode ? code : null }),
    onError: (error) => {
      const { code: kind, details } = problemOf(error);
      if (kind === 'BAD_INPUT') setWrong(`The code: ${String(details.problem)} ${String(details.fix)}`);
    },
  });
  if (opening.data) {
    return <Decision token={token} code={needsCode ? code : null} content={opening.data.openSignOff} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (needsCode && !/^\s*\d\s*(\d\s*){5}$/.test(code)) {
      setWrong('Enter the six digits of the letter');
      document.getElementById('code')?.focus();
      return;
    }
    setWrong(undefined);
    opening.mutate();
  };
  return (
    <div className={account.narrow}>
      <PageHeading title="Your approval is asked for" />
      <p>As: {label}.</p>
      <Paper p="lg" withBorder>
        <form onSubmit={submit} noValidate>
          <Stack>
            {needsCode && !sending.isSuccess && (
              <>
                <p>So that nobody else can open it, we send a code to {sentTo}.</p>
                {sending.isError && <ProblemNotice error={sending.error} />}
                <Button loading={sending.isPending} onClick={() => sending.mutate()}>
                  Send me the code
                </Button>
              </>
            )}
            {(!needsCode || sending.isSuccess) && (
              <>
                {opening.isError && !wrong && <ProblemNotice error={opening.error} />}
                {needsCode && (
                  <TextField
                    id="code"
                    label="Code"
                    hint={`Six digits, on their way to ${sentTo}. They hold for half an hour.`}
                    value={code}
                    onChange={setCode}
                    error={wrong}
                    inputMode="numeric"
                    autoComplete="one-time-code"
                    short
                  />
                )}
                <Button type="submit" loading={opening.isPending}>
                  Read what is proposed
                </Button>
                {needsCode && (
                  <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
                    Send another code
                  </Button>
                )}
              </>
            )}
          </Stack>
        </form>
      </Paper>
    </div>
  );
};

/** What somebody sees who was sent a link: the token stands behind the #, so that no server log and no referrer has it. */
const SignOffPage = () => {
  const [token] = useState(() => window.location.hash.slice(1));
  const { data, error, refetch } = useQuery({
    ...reading('sign-off-link', SignOffLinkDocument, { token }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token === '' || (error && problemOf(error).code === 'NOT_FOUND')) {
    return (
      <div className="prose">
        <PageHeading title="This link is not whole" />
        <Alert color="apricot" title="It opens nothing">
          Copy the whole link from the letter. If it still opens nothing, ask whoever wrote to you for a new one.
        </Alert>
      </div>
    );
  }
  if (error) {
    return (
      <div className="prose">
        <PageHeading title="Your approval is asked for" />
        <ProblemNotice error={error} retry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <Skeleton height={220} />;
  const { state, label, sentTo, needsCode } = data.signOffLink;
  if (state !== 'open') return <Closed state={state} />;
  return <Door token={token} label={label ?? ''} sentTo={sentTo ?? ''} needsCode={needsCode} />;
};

export default SignOffPage;
