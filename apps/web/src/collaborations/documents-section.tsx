import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { SelectField, TextField, TickField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  AddCollaborationDocumentDocument,
  AddDocumentVersionDocument,
  RemoveCollaborationDocumentDocument,
} from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { momentOf } from '../inbox/states';
import { ProblemNotice } from '../shell/problem-notice';
import type { CollaborationData } from './collaboration.query';
import classes from './collaborations.module.css';
import { Panel } from './panel';
import { uploadFile } from './upload';
import { documentKinds } from './words';

interface Props {
  id: string;
  mayWork: boolean;
  mayLead: boolean;
  role: string;
  documents: CollaborationData['documents'];
  refresh: () => void;
}

type Doc = Props['documents'][number];

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A new document, or a newer version of one that is there. */
const UploadForm = ({ id, of, refresh, done }: { id: string; of?: Doc; refresh: () => void; done: () => void }) => {
  const [form, setForm] = useState({ name: '', kind: 'other', note: '' });
  const [restricted, setRestricted] = useState(false);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const file = useRef<HTMLInputElement>(null);
  const keeping = useMutation({
    mutationFn: async (chosen: File) => {
      const fileId = await uploadFile(chosen, 'collaboration-document');
      const note = form.note.trim() || null;
      if (of) {
        return ask(AddDocumentVersionDocument, { input: { documentId: of.id, basedOn: of.latest, fileId, note } });
      }
      const { kind } = form;
      const name = form.name.trim() || chosen.name;
      return ask(AddCollaborationDocumentDocument, { input: { id, name, kind, restricted, fileId, note } });
    },
    onSuccess: done,
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    if (!chosen) {
      setWrong({ file: 'Choose a file' });
      return file.current?.focus();
    }
    setWrong({});
    keeping.mutate(chosen);
  };
  const field = (name: keyof typeof form) => ({
    id: `document-${name}`,
    value: form[name],
    onChange: (value: string) => setForm((before) => ({ ...before, [name]: value })),
  });
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      noValidate
      aria-label={of ? `Newer version of ${of.name}` : 'Add a document'}
    >
      {keeping.error && <ProblemNotice error={keeping.error} title="The document is not kept" />}
      <div className={forms.field}>
        <label htmlFor="document-file" style={{ fontWeight: 600 }}>
          File
        </label>
        <p className={forms.hint} id="document-file-hint">
          A PDF, an office document, a table or a picture.
        </p>
        {wrong.file && (
          <p className={forms.error} id="document-file-error">
            {wrong.file}
          </p>
        )}
        <input
          ref={file}
          id="document-file"
          type="file"
          style={{ maxWidth: '100%' }}
          aria-describedby={wrong.file ? 'document-file-error document-file-hint' : 'document-file-hint'}
        />
      </div>
      {!of && (
        <>
          <div className={forms.pair}>
            <TextField label="Name" hint="Left empty, the name of the file." maxLength={200} {...field('name')} />
            <SelectField
              label="Kind"
              options={Object.entries(documentKinds).map(([value, label]) => ({ value, label }))}
              {...field('kind')}
            />
          </div>
          <TickField
            id="document-restricted"
            label="Restricted: the other side opens it only once what it waits for is in place, such as an NDA"
            checked={restricted}
            onChange={setRestricted}
          />
        </>
      )}
      <TextField
        label={of ? 'What changed (optional)' : 'A word about it (optional)'}
        maxLength={500}
        {...field('note')}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={keeping.isPending}>
          {of ? 'Keep the newer version' : 'Keep the document'}
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
};

const Document = ({ document, ...props }: Omit<Props, 'documents'> & { document: Doc }) => {
  const [newer, setNewer] = useState(false);
  const removing = useMutation({
    mutationFn: () => ask(RemoveCollaborationDocumentDocument, { documentId: document.id }),
    onSettled: props.refresh,
  });
  const { name, kind, restricted, locked, versions, views, removedAt, removedBy, side } = document;
  const [latest, ...older] = versions;
  const gone = removedAt !== null;
  return (
    <li>
      <div className={classes.line}>
        <h3>
          {latest && !gone ? (
            <a href={`/files/${latest.fileId}`} download={latest.fileName}>
              {name}
            </a>
          ) : (
            name
          )}
        </h3>
        <span className={classes.marks}>
          {kind && <span className={inbox.mark}>{documentKinds[kind] ?? kind}</span>}
          {restricted && <span className={inbox.mark}>{locked ? 'Locked for you' : 'Restricted'}</span>}
        </span>
      </div>
      {locked && <p>{locked}</p>}
      {gone && <p className={classes.small}>Removed by {removedBy ?? 'somebody'}. That it was here stays on record.</p>}
      {latest && (
        <p className={classes.small}>
          Version {latest.number}, {sizeOf(latest.size)}, {latest.person ?? 'somebody'}, {momentOf(latest.createdAt)}
          {latest.note && `: “${latest.note}”`}
        </p>
      )}
      {(older.length > 0 || views.length > 0) && (
        <details>
          <summary>Older versions, and who has opened it</summary>
          <ul className={classes.changes}>
            {older.map((one) => (
              <li key={one.number}>
                {gone ? (
                  `Version ${one.number}`
                ) : (
                  <a href={`/files/${one.fileId}`} download={one.fileName}>
                    Version {one.number}
                  </a>
                )}
                , {one.person ?? 'somebody'}, {momentOf(one.createdAt)}
              </li>
            ))}
            {views.map(({ version, person, at }) => (
              <li key={`${person}-${at}`}>
                {person ?? 'Somebody'} opened version {version}, {momentOf(at)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {removing.error && <ProblemNotice error={removing.error} />}
      {newer && <UploadForm id={props.id} of={document} refresh={props.refresh} done={() => setNewer(false)} />}
      {props.mayWork && !gone && !locked && !newer && (
        <div className={forms.actions}>
          <Button
            variant="default"
            size="compact-md"
            aria-label={`Newer version of ${name}`}
            onClick={() => setNewer(true)}
          >
            Newer version
          </Button>
          {props.mayLead && side === props.role && (
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={`Remove ${name}`}
              loading={removing.isPending}
              onClick={() => removing.mutate()}
            >
              Remove
            </Button>
          )}
        </div>
      )}
    </li>
  );
};

/** Documents with their versions, and who has opened them. */
export const DocumentsSection = ({ documents, ...props }: Props) => {
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      id="documents"
      title="Documents"
      beside={
        props.mayWork &&
        !adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            Add a document
          </Button>
        )
      }
    >
      {adding && <UploadForm id={props.id} refresh={props.refresh} done={() => setAdding(false)} />}
      {documents.length === 0 && !adding && (
        <p className="quiet">There is none yet. Both sides see who opens what is here.</p>
      )}
      <ul className={classes.lines}>
        {documents.map((document) => (
          <Document key={document.id} document={document} {...props} />
        ))}
      </ul>
    </Panel>
  );
};
