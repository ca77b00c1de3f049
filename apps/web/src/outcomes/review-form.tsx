import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField, OneOf } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { ReviewCollaborationDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';

/** What one's own side says of the work. */
export const ReviewForm = ({ collaborationId, done }: { collaborationId: string; done: () => void }) => {
  const [text, setText] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const saying = useMutation({
    mutationFn: () => ask(ReviewCollaborationDocument, { input: { collaborationId, text, again: again === 'yes' } }),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: Record<string, string> = {
      ...(!text.trim() && { review: 'Write a sentence or two' }),
      ...(!again && { again: 'Say whether you would do it again' }),
    };
    setWrong(missing);
    const [first] = Object.keys(missing);
    if (!first) saying.mutate();
    else document.querySelector<HTMLElement>(`textarea#${first}, #${first} input`)?.focus();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="What you say of it">
      {saying.isError && <ProblemNotice error={saying.error} />}
      <AreaField
        id="review"
        label="What do you say of it?"
        hint="The other side reads it once both of you have written, and it stands in the academic’s portfolio."
        value={text}
        onChange={setText}
        error={wrong.review}
        rows={3}
        most={2000}
      />
      <OneOf
        id="again"
        label="Would you work together again?"
        options={[
          { code: 'yes', label: 'Yes' },
          { code: 'no', label: 'No' },
        ]}
        chosen={again}
        onChange={setAgain}
        error={wrong.again}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={saying.isPending}>
          Save what you say
        </Button>
      </div>
    </form>
  );
};
