import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { reading, type Viewer } from '../api/queries';
import type { FieldErrors } from '../forms/errors';
import { AreaField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { ExplainMatchDocument } from '../generated/graphql';
import type { Draft } from './draft';
import { startOfReason } from './prefill';
import type { Receiver } from './receiver';
import { reasonLength } from './steps';

interface Props {
  draft: Draft;
  receiver: Receiver;
  viewer: Viewer;
  errors: FieldErrors;
  change: (changes: Partial<Draft>) => void;
}

/** How the asking side and the one that is asked fit; nothing where both are of one kind. */
const useMatch = (draft: Draft, receiver: Receiver, viewer: Viewer) => {
  const own = draft.asOrganisationId
    ? { kind: 'organisation', id: draft.asOrganisationId }
    : { kind: 'academic', id: viewer.academic?.id ?? '' };
  // One's own brief says more of what is sought than the organisation does.
  const asking =
    draft.opportunityId && receiver.kind !== 'opportunity' ? { kind: 'opportunity', id: draft.opportunityId } : own;
  return useQuery({
    ...reading('match', ExplainMatchDocument, { a: asking, b: { kind: receiver.kind, id: receiver.id } }),
    enabled: asking.id !== '' && asking.kind !== receiver.kind,
    retry: false,
  });
};

/** Why the sender asks: begun from what the match found, and theirs to change. */
export const ReasonStep = ({ draft, receiver, viewer, errors, change }: Props) => {
  const { data, isFetched, fetchStatus } = useMatch(draft, receiver, viewer);
  const { data: words } = useVocabularies();
  const begun = useRef(draft.reason !== '');
  const match = data?.match;
  const settled = isFetched || fetchStatus === 'idle';
  const type = words?.engagementTypes.find(({ code }) => code === draft.type)?.label.toLowerCase();
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, when everything it is made of is there
  useEffect(() => {
    if (begun.current || !settled || !words) return;
    begun.current = true;
    const about = receiver.kind === 'opportunity' ? 'your brief' : (type ?? 'working together');
    const start = startOfReason(match, { asTeam: draft.asOrganisationId !== null, about });
    if (start) change({ reason: start });
  }, [settled, words]);
  return (
    <>
      {match && match.ruledOutBy.length === 0 && (
        <div>
          <h3>How you match</h3>
          <p>{match.sentence}</p>
        </div>
      )}
      <AreaField
        id="reason"
        label={`Why do you ask ${receiver.kind === 'opportunity' ? 'about this' : receiver.name}?`}
        hint="We have begun it from what you share, where we know of something. Put it into your own words: a short, particular reason gets answers."
        value={draft.reason}
        error={errors.reason}
        rows={7}
        least={reasonLength.least}
        most={reasonLength.most}
        onChange={(reason) => {
          begun.current = true;
          change({ reason });
        }}
      />
      <p className={forms.hint}>
        They read this together with your profile. Your contact details are shown once they have said yes, and theirs to
        you.
      </p>
    </>
  );
};
