import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { enterCode, signIn } from '../api/auth';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** The second step of signing in. */
const CodeForm = ({ onSignedIn }: { onSignedIn: () => void }) => {
  const [backup, setBackup] = useState(false);
  const entering = useMutation({ mutationFn: (code: string) => enterCode(code, backup), onSuccess: onSignedIn });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    entering.mutate(textOf(new FormData(event.currentTarget), 'code').replaceAll(' ', ''));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {entering.isError && <ProblemNotice error={entering.error} title="The code did not work" />}
        <TextInput
          key={String(backup)}
          name="code"
          label={backup ? 'One of the codes you wrote down' : 'The code in your authenticator app'}
          description={backup ? undefined : 'Six digits. It changes every 30 seconds.'}
          autoComplete="one-time-code"
          inputMode={backup ? 'text' : 'numeric'}
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
        />
        <Button type="submit" loading={entering.isPending}>
          Go on
        </Button>
        <Anchor component="button" type="button" underline="always" onClick={() => setBackup(!backup)}>
          {backup ? 'Use the app instead' : 'I do not have the app at hand'}
        </Anchor>
      </Stack>
    </form>
  );
};

/** Signs somebody in; the page around it says where they go then. */
export const SignInForm = ({ onSignedIn }: { onSignedIn: () => void }) => {
  const [secondStep, setSecondStep] = useState(false);
  const signingIn = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    onSuccess: (answer) => (answer.secondStep ? setSecondStep(true) : onSignedIn()),
  });
  if (secondStep) return <CodeForm onSignedIn={onSignedIn} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signingIn.mutate({ email: textOf(form, 'email'), password: String(form.get('password') ?? '') });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {signingIn.isError && <ProblemNotice error={signingIn.error} title="You are not signed in" />}
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          name="password"
          label="Password"
          size="md"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
        />
        <Button type="submit" loading={signingIn.isPending}>
          Sign in
        </Button>
        <Text size="sm">
          <TextLink to="/forgotten-password">I have forgotten my password</TextLink>
        </Text>
      </Stack>
    </form>
  );
};
