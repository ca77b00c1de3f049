import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { Panel } from '../collaborations/panel';
import type { SlotProps } from '../collaborations/slot';
import { TextField, TickField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import {
  AddDocumentDocument,
  CollaborationDocumentsDocument,
  type CollaborationDocumentsQuery,
  RemoveDocumentDocument,
  RestrictDocumentDocument,
} from '../generated/graphql';
import { momentOf } from '../inbox/states';
import { ProblemNotice } from '../shell/problem-notice';
import classes from './agreements.module.css';
import { upload } from './uploading';

type OneDocument = CollaborationDocumentsQuery['collaborationDocuments'][number];

interface LineProps {
  document: OneDocument;
  mayWork: boolean;
  office: boolean;
  changed: () => void;
}

const Line = ({ document, mayWork, office, changed }: LineProps) => {
  const { id, title, file, restricted, mine, views } = document;
  const doing = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: changed });
  return (
    <article className={classes.agreement}>
      <h3>
        {file ? <a href={`/files/${file.id}`}>{title}</a> : title}{' '}
        {restricted && <Badge variant="light">Restricted</Badge>}
      </h3>
      <p>
        Version {document.number}, added {momentOf(document.createdAt)} by{' '}
        {office ? 'one side' : mine ? 'your side' : 'the other side'}.
        {!document.opens &&
          (office
            ? ' It is between the two sides: ask them for it.'
            : ' It opens once both sides have signed a confidentiality agreement.')}
      </p>
      {views.length > 0 && (
        <details>
          <summary>Opened {views.length === 1 ? 'once' : `${views.length} times`}</summary>
          <ul>
            {views.map(({ person, at }) => (
              <li key={`${at}${person}`}>
                {person ?? 'Somebody who has left'}, {momentOf(at)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {doing.error && <ProblemNotice error={doing.error} />}
      {mine && mayWork && (
        <div className={classes.row}>
          <Button
            variant="default"
            onClick={() => doing.mutate(() => ask(RestrictDocumentDocument, { id, restricted: !restricted }))}
          >
            {restricted ? 'Open it to the other side' : 'Restrict it'}
          </Button>
          <Button variant="default" onClick={() => doing.mutate(() => ask(RemoveDocumentDocument, { id }))}>
            Take it away
          </Button>
        </div>
      )}
    </article>
  );
};

const AddForm = ({ id, changed }: { id: string; changed: () => void }) => {
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [restricted, setRestricted] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const adding = useMutation({
    mutationFn: async (chosen: File) => {
      const { id: fileId, name } = await upload(chosen, 'document');
      await ask(AddDocumentDocument, {
        input: {
          idempotencyKey: crypto.randomUUID(),
          collaborationId: id,
          fileId,
          title: title.trim() || name,
          restricted,
        },
      });
    },
    onSuccess: () => {
      setFile(null);
      setTitle('');
      if (input.current) input.current.value = '';
      changed();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file) return setWrong('Choose a file');
    setWrong(undefined);
    adding.mutate(file);
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <div className={classes.file}>
        <label htmlFor="document-file">
          A file of at most 10 MB: PDF, Word, Excel, PowerPoint, text, CSV or an image
        </label>
        {wrong && (
          <p className={forms.error} id="document-file-error">
            {wrong}
          </p>
        )}
        <input
          ref={input}
          id="document-file"
          type="file"
          accept=".pdf,.docx,.xlsx,.pptx,.odt,.png,.jpg,.jpeg,.txt,.csv"
          aria-describedby={wrong ? 'document-file-error' : undefined}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <TextField
        id="document-title"
        label="What it is"
        hint="Left empty, the name of the file"
        value={title}
        onChange={setTitle}
      />
      <TickField
        id="document-restricted"
        label="Restricted: the other side opens it only under a signed confidentiality agreement, and no office does"
        checked={restricted}
        onChange={setRestricted}
      />
      {adding.error && <ProblemNotice error={adding.error} />}
      <div className={forms.actions}>
        <Button type="submit" loading={adding.isPending}>
          Add the document
        </Button>
      </div>
    </form>
  );
};

/** The documents of a collaboration, of its two sides. */
export default function DocumentsSection({ collaboration }: SlotProps) {
  const { id, mayWork, role } = collaboration;
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(
    reading('documents', CollaborationDocumentsDocument, { collaborationId: id }),
  );
  const changed = () => void queries.invalidateQueries({ queryKey: ['documents'] });
  const documents = data?.collaborationDocuments;
  return (
    <Panel id="documents" title="Documents">
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!documents && !error && <FormSkeleton groups={1} />}
      {documents?.length === 0 && (
        <p>There are no documents yet. What you add, both sides and the offices that look on see here.</p>
      )}
      {documents?.map((document) => (
        <Line key={document.id} document={document} mayWork={mayWork} office={role === 'office'} changed={changed} />
      ))}
      {mayWork && <AddForm id={id} changed={changed} />}
    </Panel>
  );
}
