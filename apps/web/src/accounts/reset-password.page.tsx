import { Alert, Button, Paper, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { resetPassword } from '../api/auth';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import classes from './account-pages.module.css';

const route = getRouteApi('/reset-password');

const ResetPasswordPage = () => {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const setting = useMutation({
    mutationFn: (password: string) => resetPassword(token ?? '', password),
    onSuccess: () => navigate({ to: '/sign-in', search: { changed: true } }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setting.mutate(String(new FormData(event.currentTarget).get('password') ?? ''));
  };
  return (
    <div className={classes.narrow}>
      <PageHeading title="Your new password" />
      {token ? (
        <Paper p="lg" withBorder>
          <form onSubmit={submit}>
            <Stack>
              {setting.isError && <ProblemNotice error={setting.error} title="The password is not changed" />}
              <PasswordInput
                name="password"
                label="New password"
                description="At least 12 characters. A few unrelated words work well."
                size="md"
                autoComplete="new-password"
                required
                minLength={12}
                maxLength={128}
                withAsterisk={false}
                visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
              />
              <Button type="submit" loading={setting.isPending}>
                Set the password
              </Button>
            </Stack>
          </form>
        </Paper>
      ) : (
        <Alert color="apricot" title="This link is not whole">
          Copy the whole link from the letter, or ask for a new one.
        </Alert>
      )}
      <div>
        <LinkButton to="/forgotten-password" variant="default">
          Ask for a new link
        </LinkButton>
      </div>
    </div>
  );
};

export default ResetPasswordPage;
