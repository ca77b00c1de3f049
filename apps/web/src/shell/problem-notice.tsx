import { Alert, Button, Text } from '@mantine/core';
import { mayPass, problemOf } from '../api/problems';

interface Props {
  error: unknown;
  /** Tries again; left out where that could not help. */
  retry?: () => void;
  title?: string;
}

const fieldless = (message: string) => message.replace(/^Error: /, '');

/** What went wrong, what to do, and the number to quote. The rest of the page stays. */
export const ProblemNotice = ({ error, retry, title }: Props) => {
  const problem = problemOf(error);
  const reload = problem.code === 'OUTDATED' ? () => window.location.reload() : undefined;
  const act = reload ?? (mayPass(problem) ? retry : undefined);
  return (
    <Alert color="red" variant="light" role="alert" title={title ?? 'This did not work'}>
      <Text size="sm">{fieldless(problem.message)}</Text>
      {problem.requestId && (
        <Text size="xs" mt={6}>
          Request {problem.requestId}
        </Text>
      )}
      {act && (
        <Button mt="sm" size="compact-md" variant="outline" color="red" onClick={act}>
          {reload ? 'Load the page again' : 'Try again'}
        </Button>
      )}
    </Alert>
  );
};
