import { Alert, Paper, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { PageHeading } from '../shell/page-heading';
import { TextLink } from '../theme/link-button';
import classes from './account-pages.module.css';
import { SignInForm } from './sign-in-form';

const route = getRouteApi('/sign-in');

const SignInPage = () => {
  const { next, confirmed, changed } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  return (
    <div className={classes.narrow}>
      <PageHeading title="Sign in" />
      {confirmed && (
        <Alert color="pine" role="status">
          Your address is confirmed. Sign in to go on.
        </Alert>
      )}
      {changed && (
        <Alert color="pine" role="status">
          Your new password is set. Sign in with it.
        </Alert>
      )}
      <Paper p="lg" withBorder>
        <SignInForm
          onSignedIn={async () => {
            await queries.resetQueries();
            router.history.push(next ?? '/');
          }}
        />
      </Paper>
      <Text>
        New here? <TextLink to="/sign-up">Open an account</TextLink>
      </Text>
    </div>
  );
};

export default SignInPage;
