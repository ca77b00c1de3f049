import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { reading } from '../api/queries';
import { Panel } from '../collaborations/panel';
import type { SlotProps } from '../collaborations/slot';
import { FormSkeleton } from '../forms/form-skeleton';
import { unmask } from '../generated/fragment-masking';
import {
  AgreementKindPartsFragmentDoc,
  type AgreementPartsFragment,
  AgreementPartsFragmentDoc,
  AgreementsDocument,
  DraftAgreementDocument,
  MoveAgreementDocument,
  RecordSignatureDocument,
  SaveAgreementStepDocument,
  SaveHeadsOfTermsDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import { dayOf } from '../theme/words';
import { Heads, HeadsForm, SignForm, Steps } from './agreement-parts';
import classes from './agreements.module.css';
import { upload } from './uploading';

const stateTitles: Record<string, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  signed: 'Signed',
  ended: 'Ended',
};

interface Props {
  agreement: AgreementPartsFragment;
  sides: SlotProps['collaboration']['sides'];
  changed: () => Promise<unknown>;
}

const plain = (sections: AgreementPartsFragment['sections']) =>
  sections.map(({ code, title, text }) => ({ code, title, text }));

/** One agreement, and what may be done with it. */
const OneAgreement = ({ agreement, sides, changed }: Props) => {
  const { id, version, actions } = agreement;
  const kind = unmask(AgreementKindPartsFragmentDoc, agreement.kind);
  const doing = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: changed });
  // What was typed, and the version that it was typed on: somebody else's change is told, and overwrites nothing.
  const [typed, setTyped] = useState<{ sections: AgreementPartsFragment['sections']; version: number } | null>(null);
  const saving = useMutation({
    mutationFn: (heads: NonNullable<typeof typed>) => ask(SaveHeadsOfTermsDocument, { input: { id, ...heads } }),
    onSuccess: async () => {
      await changed();
      setTyped(null);
    },
  });
  const move = (action: string) => doing.mutate(() => ask(MoveAgreementDocument, { input: { id, version, action } }));
  const nameOf = (side: string) => sides.find((each) => each.side === side)?.name ?? side;
  const stale = [doing.error, saving.error].some((error) => error && problemOf(error).code === 'CHANGED_MEANWHILE');
  return (
    <article className={classes.agreement} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {kind.label} <Badge variant="light">{stateTitles[agreement.state] ?? agreement.state}</Badge>
      </h3>
      <p>
        {agreement.signedOn && `Signed by both sides on ${dayOf(agreement.signedOn)}. `}
        {agreement.termsChanged &&
          'The terms of the collaboration have changed since the heads of terms were written. '}
        Signed by: {kind.signatories.join('; ')}.
      </p>
      {(doing.error ?? saving.error) && <ProblemNotice error={doing.error ?? saving.error} />}
      {stale && (
        <Button
          variant="default"
          onClick={() => {
            setTyped(null);
            for (const each of [doing, saving]) each.reset();
            void changed();
          }}
        >
          Read what there is now, without what I have typed
        </Button>
      )}
      {agreement.signatures.length > 0 && (
        <ul>
          {agreement.signatures.map(({ side, signatory, role, signedOn }) => (
            <li key={side}>
              {nameOf(side)}: {signatory}, {role}, on {dayOf(signedOn)}
            </li>
          ))}
        </ul>
      )}
      <details open={actions.includes('edit') || undefined}>
        <summary>Heads of terms</summary>
        {actions.includes('edit') ? (
          <HeadsForm
            id={id}
            sections={typed?.sections ?? agreement.sections}
            saving={saving.isPending}
            write={(sections) => setTyped({ sections, version: typed?.version ?? version })}
            save={() => saving.mutate(typed ?? { sections: plain(agreement.sections), version })}
          />
        ) : (
          <Heads sections={agreement.sections} />
        )}
      </details>
      <details>
        <summary>Steps, by who does them</summary>
        <Steps
          id={id}
          steps={agreement.steps}
          mayWork={actions.length > 0}
          save={({ code, dueOn }, done) =>
            doing.mutate(() => ask(SaveAgreementStepDocument, { input: { agreementId: id, step: code, dueOn, done } }))
          }
        />
      </details>
      {actions.includes('sign') && (
        <details>
          <summary>Record that your side has signed</summary>
          <SignForm
            id={id}
            saving={doing.isPending}
            sign={({ copy, ...signing }) =>
              doing.mutate(async () => {
                const fileId = copy ? (await upload(copy, 'agreement')).id : null;
                await ask(RecordSignatureDocument, { input: { id, version, ...signing, fileId } });
              })
            }
          />
        </details>
      )}
      <div className={classes.row}>
        {actions.includes('submit') && (
          <Button disabled={typed !== null} onClick={() => move('submit')}>
            Send to review
          </Button>
        )}
        {actions.includes('submit') && typed && <span>Save the heads of terms first.</span>}
        {actions.includes('reopen') && (
          <Button variant="default" onClick={() => move('reopen')}>
            Take back to change it
          </Button>
        )}
        {actions.includes('end') && (
          <Button variant="default" onClick={() => move('end')}>
            End this agreement
          </Button>
        )}
        <a href={`/downloads/heads-of-terms/${id}.docx`}>Heads of terms, Word</a>
        <a href={`/downloads/heads-of-terms/${id}.pdf`}>Heads of terms, PDF</a>
        {agreement.file && <a href={`/files/${agreement.file.id}`}>Signed copy: {agreement.file.name}</a>}
      </div>
    </article>
  );
};

/** The agreements of a collaboration: drafted, agreed, signed by both sides. */
export default function AgreementSection({ collaboration, refresh }: SlotProps) {
  const { id, mayWork, sides } = collaboration;
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(reading('agreements', AgreementsDocument, { collaborationId: id }));
  const changed = () => {
    refresh();
    return Promise.all(['agreements', 'documents'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
  };
  const drafting = useMutation({
    mutationFn: (idempotencyKey: string) =>
      ask(DraftAgreementDocument, {
        input: { idempotencyKey, collaborationId: id, agreementKind: 'nda', answers: [] },
      }),
    onSuccess: changed,
  });
  const agreements = data?.agreements.map((each) => unmask(AgreementPartsFragmentDoc, each));
  return (
    <Panel id="agreements" title="Agreements">
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!agreements && !error && <FormSkeleton groups={1} />}
      {agreements?.length === 0 && (
        <p>
          {mayWork
            ? 'There is no agreement yet. A few questions lead to the kind that is usual for this work.'
            : 'There is no agreement.'}
        </p>
      )}
      {agreements?.map((agreement) => (
        <OneAgreement key={agreement.id} agreement={agreement} sides={sides} changed={changed} />
      ))}
      {drafting.error && <ProblemNotice error={drafting.error} />}
      {mayWork && (
        <div className={classes.row}>
          <LinkButton to="/agreements/navigator" search={{ collaboration: id }}>
            Find the agreement that fits
          </LinkButton>
          <Button variant="default" loading={drafting.isPending} onClick={() => drafting.mutate(crypto.randomUUID())}>
            Draft an NDA
          </Button>
        </div>
      )}
    </Panel>
  );
}
