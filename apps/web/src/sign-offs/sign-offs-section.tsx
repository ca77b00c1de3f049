import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { Panel } from '../collaborations/panel';
import type { SlotProps } from '../collaborations/slot';
import { unmask } from '../generated/fragment-masking';
import {
  RevokeSignOffDocument,
  type SignOffPartsFragment,
  SignOffPartsFragmentDoc,
  SignOffsDocument,
} from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { momentOf } from '../inbox/states';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import { AskForm } from './ask-form';
import { RuleList } from './rule-list';
import classes from './sign-offs.module.css';
import { signOffStates } from './states';

const story = ({
  state,
  approverName,
  askedAt,
  decidedAt,
  linkUntil,
  reopenedAt,
}: SignOffPartsFragment): string | null => {
  const who = approverName ?? 'Somebody';
  if (state === 'asked' && askedAt)
    return `${who} was asked ${momentOf(askedAt)}. ${linkUntil ? `The link holds until ${dayOf(linkUntil)}.` : ''}`;
  if (decidedAt) return `${who}, ${momentOf(decidedAt)}`;
  if (reopenedAt) return `The terms have changed since ${who} was asked: ask again.`;
  return null;
};

interface OneProps {
  signOff: SignOffPartsFragment;
  mayWork: boolean;
  /** Who is on the other side, and asks for what this side cannot know; null for who looks on. */
  partner: string | null;
  changed: () => void;
}

const One = ({ signOff, mayWork, partner, changed }: OneProps) => {
  const [asking, setAsking] = useState(false);
  const { id, label, necessary, state, waitsFor, forMySide, reason, why, rules } = signOff;
  const revoking = useMutation({ mutationFn: () => ask(RevokeSignOffDocument, { id }), onSuccess: changed });
  const said = story(signOff);
  const open = mayWork && state !== 'approved' && waitsFor.length === 0;
  const mayAsk = open && forMySide;
  return (
    <li>
      <div className={classes.head}>
        <h3>{label}</h3>
        <span className={inbox.marks}>
          {!necessary && <span className={inbox.mark}>Advised</span>}
          <span className={inbox.mark} data-kind={state === 'approved' ? 'good' : undefined}>
            <VisuallyHidden>State: </VisuallyHidden>
            {signOffStates[state]}
          </span>
        </span>
      </div>
      {said && <p className={classes.small}>{said}</p>}
      {reason && <p className={classes.quote}>{reason}</p>}
      {waitsFor.length > 0 && state !== 'approved' && (
        <p className={classes.small}>Comes after: {waitsFor.join(', ')}.</p>
      )}
      {open && !forMySide && partner && state !== 'asked' && (
        <p className={classes.small}>{partner} asks for this one.</p>
      )}
      <details>
        <summary>Why this is {necessary ? 'needed' : 'advised'}</summary>
        {rules.length > 0 ? <RuleList rules={rules} /> : <p>{why}</p>}
      </details>
      {revoking.isError && <ProblemNotice error={revoking.error} />}
      {asking ? (
        <AskForm
          signOffId={id}
          label={label}
          name={signOff.approverName ?? ''}
          email={signOff.approverEmail ?? ''}
          done={() => {
            setAsking(false);
            changed();
          }}
          cancel={() => setAsking(false)}
        />
      ) : (
        mayAsk && (
          <div className={classes.head} style={{ justifyContent: 'flex-start' }}>
            <Button
              variant="default"
              onClick={() => setAsking(true)}
              aria-label={`${state === 'to-ask' ? 'Ask' : 'Ask again'}: ${label}`}
            >
              {state === 'to-ask' ? 'Ask' : 'Ask again'}
            </Button>
            {state === 'asked' && (
              <Button
                variant="subtle"
                loading={revoking.isPending}
                onClick={() => revoking.mutate()}
                aria-label={`Take the link back: ${label}`}
              >
                Take the link back
              </Button>
            )}
          </div>
        )
      )}
    </li>
  );
};

/** Who must approve, who has, and who is asked next. */
const SignOffsSection = ({ collaboration, refresh }: SlotProps) => {
  const client = useQueryClient();
  const { id, state, mayWork, termsNumber, sides } = collaboration;
  const partner = sides.some(({ mine }) => mine) ? sides.find(({ mine }) => !mine)?.name : null;
  const { data, error, refetch } = useQuery({
    // Another state or other terms make another list.
    queryKey: ['sign-offs', id, state, termsNumber],
    queryFn: ({ signal }) => ask(SignOffsDocument, { collaborationId: id }, signal),
  });
  const changed = () => {
    void client.invalidateQueries({ queryKey: ['sign-offs'] });
    refresh();
  };
  const list = data?.signOffs.map((one) => unmask(SignOffPartsFragmentDoc, one)) ?? [];
  const needed = list.filter(({ necessary }) => necessary);
  const given = needed.filter((one) => one.state === 'approved').length;
  return (
    <Panel id="sign-offs" title="Sign-offs">
      {error && <ProblemNotice error={error} retry={() => void refetch()} title="The sign-offs could not be read" />}
      {!data && !error && <Skeleton height={90} />}
      {data && list.length === 0 && (
        <p>
          {state === 'exploring'
            ? 'Who must approve the work is worked out from its terms when you go on to governance.'
            : 'Nobody has to approve this work.'}
        </p>
      )}
      {list.length > 0 && (
        <>
          <p>
            {given} of {needed.length} needed {needed.length === 1 ? 'approval' : 'approvals'} given. Each is asked of
            one person by e-mail, and a change of the terms asks for it again.
          </p>
          <ol className={classes.list}>
            {list.map((one) => (
              <One key={one.id} signOff={one} mayWork={mayWork} partner={partner ?? null} changed={changed} />
            ))}
          </ol>
          <p className={classes.small}>
            The rules say who is usually asked; whoever decides is named in each. Nothing here is legal advice.
          </p>
        </>
      )}
    </Panel>
  );
};

export default SignOffsSection;
