import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { MarkCollaborationReadDocument, PostCollaborationMessageDocument } from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { ago } from '../inbox/states';
import { newId } from '../requests/draft';
import { ProblemNotice } from '../shell/problem-notice';
import type { CollaborationData } from './collaboration.query';
import { Panel } from './panel';

interface Props {
  id: string;
  mayWork: boolean;
  unread: number;
  messages: CollaborationData['messages'];
  refresh: () => void;
}

/** What the two sides have written, oldest first, and room for more. What is shown is read. */
export const MessagesSection = ({ id, mayWork, unread, messages, refresh }: Props) => {
  const [text, setText] = useState('');
  const [key, setKey] = useState(newId);
  const [wrong, setWrong] = useState<string>();
  const { mutate: markRead } = useMutation({
    mutationFn: (upTo: number) => ask(MarkCollaborationReadDocument, { id, upTo }),
    onSuccess: refresh,
  });
  const newest = messages.at(-1)?.number ?? 0;
  useEffect(() => {
    if (unread > 0) markRead(newest);
  }, [unread, newest, markRead]);
  const posting = useMutation({
    mutationFn: () =>
      ask(PostCollaborationMessageDocument, { input: { id, text: text.trim(), idempotencyKey: `message-${key}` } }),
    onSuccess: () => {
      setText('');
      setKey(newId());
      refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setWrong('Write a few words first');
    setWrong(undefined);
    posting.mutate();
  };
  return (
    <Panel id="messages" title="Messages">
      {messages.length === 0 && <p className="quiet">Nothing has been written yet.</p>}
      <ol className={inbox.messages}>
        {messages.map((message) => (
          <li key={message.id} className={inbox.message} data-mine={message.mine || undefined}>
            <header>
              {message.mine ? 'You' : (message.person ?? 'Somebody')}, {ago(message.createdAt)}
            </header>
            <p className="written">{message.text}</p>
          </li>
        ))}
      </ol>
      {mayWork && (
        <form className={forms.form} onSubmit={submit} noValidate>
          {posting.error && <ProblemNotice error={posting.error} title="The message is not sent. It is kept here." />}
          <AreaField
            id="message"
            label="Write a message"
            error={wrong}
            value={text}
            rows={3}
            most={4_000}
            onChange={setText}
          />
          <div className={forms.actions}>
            <Button type="submit" loading={posting.isPending}>
              Send
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
};
