import { Alert, Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { requestPasswordReset } from '../api/auth';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import classes from './account-pages.module.css';

const ForgottenPasswordPage = () => {
  const asking = useMutation({ mutationFn: (email: string) => requestPasswordReset(email) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    asking.mutate(String(new FormData(event.currentTarget).get('email') ?? '').trim());
  };
  return (
    <div className={classes.narrow}>
      <PageHeading title="Choose a new password" />
      {asking.isSuccess ? (
        <Alert color="pine" role="status" title="Look at your e-mail">
          If there is an account with this address, a letter is on its way. Its link works for one hour.
        </Alert>
      ) : (
        <Paper p="lg" withBorder>
          <form onSubmit={submit}>
            <Stack>
              {asking.isError && <ProblemNotice error={asking.error} />}
              <TextInput
                name="email"
                type="email"
                label="E-mail address of your account"
                autoComplete="username"
                required
                withAsterisk={false}
              />
              <Button type="submit" loading={asking.isPending}>
                Send me a link
              </Button>
            </Stack>
          </form>
        </Paper>
      )}
      <Text>
        <TextLink to="/sign-in">Back to sign in</TextLink>
      </Text>
    </div>
  );
};

export default ForgottenPasswordPage;
