import { Alert } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { BlindCheckDocument } from '../generated/graphql';
import type { BriefForm } from './brief-form';

/** While somebody writes a blind brief: what in it gives away who is behind it. */
export const BlindCheck = ({ form, names }: { form: BriefForm; names: string[] }) => {
  const [text] = useDebouncedValue([form.title, form.summary, form.text, form.funding].join('\n'), 400);
  const { data } = useQuery({
    ...reading('blind-check', BlindCheckDocument, { text, names }),
    enabled: form.blind && text.trim() !== '',
  });
  if (!form.blind) return null;
  const problem = data?.blindProblem;
  return (
    <div role="status">
      {problem ? (
        <Alert color="apricot" title="This gives away who you are">
          The text holds {problem.kind}: “{problem.found}”. Take it out, or show who is behind the brief.
        </Alert>
      ) : (
        <p className="quiet">Nothing in the text gives away who is behind it, as far as we can tell.</p>
      )}
    </div>
  );
};
