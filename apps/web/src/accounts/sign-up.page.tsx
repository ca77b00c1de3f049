import { Alert, Button, Checkbox, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sendConfirmation, signUp } from '../api/auth';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import classes from './account-pages.module.css';

const LetterSent = ({ email }: { email: string }) => {
  const sending = useMutation({ mutationFn: () => sendConfirmation(email) });
  return (
    <Stack>
      <PageHeading title="Look at your e-mail" />
      <Text>
        If {email} can have an account, a letter is on its way. Follow the link in it within an hour, then sign in.
      </Text>
      {sending.isError && <ProblemNotice error={sending.error} />}
      {sending.isSuccess && (
        <Alert color="pine" role="status">
          Sent again. Look in the folder for unwanted mail too.
        </Alert>
      )}
      <Button variant="default" onClick={() => sending.mutate()} loading={sending.isPending}>
        Send the letter again
      </Button>
      <Text>
        <TextLink to="/sign-in">Go to sign in</TextLink>
      </Text>
    </Stack>
  );
};

const SignUpPage = () => {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const opening = useMutation({
    mutationFn: async (form: FormData) => {
      const [name, email, password] = ['name', 'email', 'password'].map((field) => String(form.get(field) ?? ''));
      await signUp((name ?? '').trim(), (email ?? '').trim(), password ?? '');
      return (email ?? '').trim();
    },
    onSuccess: setSentTo,
  });
  if (sentTo) {
    return (
      <div className={classes.narrow}>
        <LetterSent email={sentTo} />
      </div>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    opening.mutate(new FormData(event.currentTarget));
  };
  return (
    <div className={classes.narrow}>
      <PageHeading title="Open an account" />
      <Text>You can search without one. An account lets you ask people to work with you, and lets them find you.</Text>
      <Paper p="lg" withBorder>
        <form onSubmit={submit}>
          <Stack>
            {opening.isError && <ProblemNotice error={opening.error} title="The account is not open yet" />}
            <TextInput
              name="name"
              label="Your name"
              autoComplete="name"
              required
              withAsterisk={false}
              maxLength={200}
            />
            <TextInput
              name="email"
              type="email"
              label="Work e-mail address"
              description="Your employer’s address shows others who you are."
              autoComplete="username"
              required
              withAsterisk={false}
            />
            <PasswordInput
              name="password"
              label="Password"
              description="At least 12 characters. A few unrelated words work well."
              size="md"
              autoComplete="new-password"
              required
              minLength={12}
              maxLength={128}
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
            />
            <Checkbox
              name="terms"
              required
              label={
                <>
                  I agree to the <TextLink to="/terms">terms</TextLink> and have read the{' '}
                  <TextLink to="/privacy">privacy notice</TextLink>
                </>
              }
            />
            <Button type="submit" loading={opening.isPending}>
              Open an account
            </Button>
          </Stack>
        </form>
      </Paper>
      <Text>
        Already have one? <TextLink to="/sign-in">Sign in</TextLink>
      </Text>
    </div>
  );
};

export default SignUpPage;
