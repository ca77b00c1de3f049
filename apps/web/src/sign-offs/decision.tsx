import { Button, Paper } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField, OneOf } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { DecideSignOffDocument, type OpenSignOffMutation } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { RuleList } from './rule-list';
import classes from './sign-offs.module.css';
import { decided } from './states';

interface Props {
  token: string;
  code: string | null;
  content: OpenSignOffMutation['openSignOff'];
}

const answers = [
  { code: 'approved', label: 'I approve it', detail: 'On exactly these terms.' },
  { code: 'changes-wanted', label: 'I ask for changes', detail: 'Say what would have to change; you are asked again.' },
  { code: 'refused', label: 'I refuse it', detail: 'Say why not.' },
];

const Lines = ({ lines }: { lines: readonly { label: string; value: string }[] }) => (
  <dl>
    {lines.map(({ label, value }) => (
      <div key={label} style={{ display: 'contents' }}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** The sheet that is approved, word for word, and the answer. */
export const Decision = ({ token, code, content }: Props) => {
  const [answer, setAnswer] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const deciding = useMutation({
    mutationFn: () => ask(DecideSignOffDocument, { input: { token, code, decision: answer, reason: reason || null } }),
  });
  if (deciding.data) {
    const { title, text } = decided[deciding.data.decideSignOff] ?? { title: 'Your answer is recorded', text: '' };
    return (
      <div className="prose">
        <PageHeading title={title} />
        <p>{text}</p>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: Record<string, string> = {
      ...(!answer && { answer: 'Choose your answer' }),
      ...(answer && answer !== 'approved' && !reason.trim() && { reason: 'Say what would have to change, or why not' }),
    };
    setWrong(missing);
    const [first] = Object.keys(missing);
    if (!first) deciding.mutate();
    else document.querySelector<HTMLElement>(`#${first} input, textarea#${first}`)?.focus();
  };
  return (
    <div className="prose">
      <PageHeading title={`${content.who} and ${content.withWhom}`} />
      <p>
        {content.askedBy} asks for your approval as: {content.label}.
      </p>
      <Paper p="lg" withBorder className={classes.sheet}>
        <h2>{content.title}</h2>
        <Lines lines={content.terms} />
        {content.others.length > 0 && (
          <>
            <h3>What others have said of these terms</h3>
            <Lines lines={content.others} />
          </>
        )}
        <h3>Why you are asked</h3>
        {content.rules.length > 0 ? <RuleList rules={content.rules} /> : <p>{content.why}</p>}
      </Paper>
      <form className={forms.form} onSubmit={submit} noValidate style={{ marginTop: '1.2rem' }}>
        {deciding.isError && <ProblemNotice error={deciding.error} title="Your answer was not recorded" />}
        <OneOf
          id="answer"
          label="Your answer"
          options={answers}
          chosen={answer}
          onChange={setAnswer}
          error={wrong.answer}
        />
        {answer !== '' && (
          <AreaField
            id="reason"
            label={answer === 'approved' ? 'A word to both sides, if you like' : 'Why'}
            value={reason}
            onChange={setReason}
            error={wrong.reason}
            rows={3}
            most={2000}
          />
        )}
        <div className={forms.actions}>
          <Button type="submit" loading={deciding.isPending}>
            Send my answer
          </Button>
        </div>
      </form>
    </div>
  );
};
