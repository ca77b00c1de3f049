import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { DisputeTransferDocument, SetNamingConsentDocument, type TransferLineFragment } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { pounds } from '../theme/money';
import { dayOf } from '../theme/words';
import classes from './declarations.module.css';
import { type DeclarationWords, labelIn } from './terms';

const consentWords: Record<string, string> = {
  asked: 'Asked for consent to be named',
  given: 'Agreed to be named',
  refused: 'Did not agree to be named',
  withdrawn: 'Consent to be named withdrawn',
};

const stateWords: Record<string, string> = { disputed: 'Disputed', corrected: 'Corrected' };

interface Props {
  transfer: TransferLineFragment;
  terms: DeclarationWords;
  /** The side that stands in the heading: the company for who got it, the recipient for the company. */
  heading: string;
  children?: ReactNode;
}

/** One transfer of value, as it is recorded. */
export const TransferFacts = ({ transfer, terms, heading, children }: Props) => {
  const category = terms.transferCategories.find(({ code }) => code === transfer.category);
  return (
    <li className={classes.line} data-due={transfer.state === 'disputed' || undefined}>
      <div className={classes.head}>
        <h3>{heading}</h3>
        <span className={classes.amount}>{pounds(transfer.amountPence)}</span>
      </div>
      {transfer.description && <p className="written">{transfer.description}</p>}
      <p className={classes.facts}>
        <span>{labelIn(terms.transferCategories, transfer.category)}</span>
        <span>{dayOf(transfer.paidOn)}</span>
        <span>{category?.aggregateOnly ? 'Disclosed as a sum, never by name' : consentWords[transfer.consent]}</span>
        {stateWords[transfer.state] && <span>{stateWords[transfer.state]}</span>}
      </p>
      {transfer.state === 'disputed' && <p className="written">What is said to be wrong: {transfer.disputeReason}</p>}
      {children}
    </li>
  );
};

/** One transfer to the reader, or to the organisation whose office they are, with their answers. */
export const ReceivedTransfer = ({ transfer, terms }: Pick<Props, 'transfer' | 'terms'>) => {
  const { id, actions, consent, organisationName, recipientName, recipientKind } = transfer;
  const queries = useQueryClient();
  const [disputing, setDisputing] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const refresh = () => {
    for (const key of ['transfers', 'news']) void queries.invalidateQueries({ queryKey: [key] });
  };
  const answering = useMutation({
    mutationFn: (answer: string) => ask(SetNamingConsentDocument, { id, consent: answer }),
    onSettled: refresh,
  });
  const contesting = useMutation({
    mutationFn: () => ask(DisputeTransferDocument, { id, reason: reason.trim() }),
    onSuccess: () => setDisputing(false),
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = reason.trim().length < 3;
    setWrong(short ? 'Say what is wrong: the company reads it' : undefined);
    if (!short) contesting.mutate();
  };
  const about = `${pounds(transfer.amountPence)} of ${organisationName}`;
  const named = labelIn(terms.transferCategories, transfer.category);
  const aggregate = terms.transferCategories.find(({ label }) => label === named)?.aggregateOnly;
  const own = actions.includes('consent');
  const heading =
    own && recipientKind === 'hcp' ? organisationName : `${organisationName} to ${recipientName ?? 'somebody'}`;
  return (
    <TransferFacts transfer={transfer} terms={terms} heading={heading}>
      {answering.error && <ProblemNotice error={answering.error} title="Your answer is not kept" />}
      {contesting.error && <ProblemNotice error={contesting.error} title="The company is not told" />}
      {disputing ? (
        <form className={forms.form} onSubmit={submit} noValidate>
          <AreaField
            id={`dispute-${id}`}
            label="What is wrong with it?"
            rows={2}
            most={1_000}
            value={reason}
            error={wrong}
            onChange={setReason}
          />
          <div className={forms.actions}>
            <Button type="submit" loading={contesting.isPending}>
              Tell the company
            </Button>
            <Button variant="default" onClick={() => setDisputing(false)}>
              Back
            </Button>
          </div>
        </form>
      ) : (
        own && (
          <div className={forms.actions}>
            {!aggregate && consent !== 'given' && (
              <Button
                loading={answering.isPending}
                aria-label={`Agree to be named: ${about}`}
                onClick={() => answering.mutate('given')}
              >
                Agree to be named
              </Button>
            )}
            {!aggregate && consent === 'asked' && (
              <Button
                variant="default"
                aria-label={`Do not agree: ${about}`}
                onClick={() => answering.mutate('refused')}
              >
                Do not agree
              </Button>
            )}
            {!aggregate && consent === 'given' && (
              <Button
                variant="default"
                aria-label={`Withdraw consent: ${about}`}
                onClick={() => answering.mutate('withdrawn')}
              >
                Withdraw consent
              </Button>
            )}
            {actions.includes('dispute') && (
              <Button variant="default" aria-label={`Something is wrong: ${about}`} onClick={() => setDisputing(true)}>
                Something is wrong
              </Button>
            )}
          </div>
        )
      )}
    </TransferFacts>
  );
};
