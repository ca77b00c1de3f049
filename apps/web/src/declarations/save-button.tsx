import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemNotice } from '../shell/problem-notice';
import { saveFile } from './terms';

interface Props {
  label: string;
  /** Fetches the file anew each time. */
  fetchFile: () => Promise<{ name: string; text: string }>;
}

/** Saves a table as CSV. */
export const SaveButton = ({ label, fetchFile }: Props) => {
  const saving = useMutation({ mutationFn: fetchFile, onSuccess: saveFile });
  return (
    <div>
      <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
        {label}
      </Button>
      {saving.error && (
        <ProblemNotice error={saving.error} title="The file is not made" retry={() => saving.mutate()} />
      )}
      <span className="quiet" role="status">
        {saving.isSuccess ? ' Saved as CSV.' : ''}
      </span>
    </div>
  );
};
