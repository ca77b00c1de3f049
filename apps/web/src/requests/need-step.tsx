import { useQuery } from '@tanstack/react-query';
import { reading, type Viewer } from '../api/queries';
import type { FieldErrors } from '../forms/errors';
import { OneOf, SelectField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import { useVocabularies } from '../forms/vocabularies';
import { OwnOpportunitiesDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import type { Draft } from './draft';
import type { Receiver } from './receiver';

interface Props {
  draft: Draft;
  receiver: Receiver;
  viewer: Viewer;
  errors: FieldErrors;
  change: (changes: Partial<Draft>) => void;
}

/** Who the viewer can ask as: themselves, or an organisation of theirs. */
export const askersOf = (viewer: Viewer) => [
  ...(viewer.academic ? [{ code: '', label: viewer.academic.name, detail: 'As yourself, with your own profile' }] : []),
  ...viewer.memberships.map(({ organisation: { id, name } }) => ({
    code: id,
    label: name,
    detail: 'For your organisation',
  })),
];

/** Whom the viewer most likely asks as: a company asks people, a person asks companies. */
export const likelyAsker = (viewer: Viewer, { asksPerson }: { asksPerson: boolean }): string | null => {
  const [first] = viewer.memberships;
  if (!first) return null;
  return asksPerson || !viewer.academic ? first.organisation.id : null;
};

/** What is asked for: the way of working together, who asks, and which of one's own briefs it is about. */
export const NeedStep = ({ draft, receiver, viewer, errors, change }: Props) => {
  const { data: words, error, refetch } = useVocabularies();
  const own = useQuery(reading('own-opportunities', OwnOpportunitiesDocument, {}));
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!words) return <FormSkeleton groups={1} />;
  const askers = askersOf(viewer);
  const wanted = new Set(receiver.wants.map(({ code }) => code));
  const others = words.engagementTypes.filter(({ code }) => !wanted.has(code));
  const offered = (own.data?.myOpportunities ?? []).filter(
    ({ state, organisation, academic }) =>
      state === 'published' &&
      (draft.asOrganisationId ? organisation?.id === draft.asOrganisationId : academic !== null),
  );
  const aboutTheirs = receiver.kind === 'opportunity';
  const first = aboutTheirs ? 'What the brief is for' : 'What they want';
  return (
    <>
      {askers.length > 1 && (
        <OneOf
          id="as"
          label="Who is asking?"
          options={askers}
          chosen={draft.asOrganisationId ?? ''}
          onChange={(code) =>
            change({ asOrganisationId: code || null, ...(aboutTheirs ? {} : { opportunityId: null }) })
          }
        />
      )}
      <OneOf
        id="type"
        label="How would you like to work together?"
        error={errors.type}
        options={[
          ...receiver.wants.map(({ code, label }) => ({ code, label, detail: first })),
          ...(receiver.wants.length === 0 ? words.engagementTypes.slice(0, 6) : []),
        ]}
        chosen={draft.type}
        onChange={(type) => change({ type })}
      />
      {others.length > 0 && (
        <SelectField
          id="other-type"
          label="Or something else"
          hint={wanted.size > 0 ? 'They have not named these, and may still say yes.' : undefined}
          none="Choose another way of working"
          options={others.map(({ code, label }) => ({ value: code, label }))}
          value={wanted.has(draft.type) ? '' : draft.type}
          onChange={(type) => change({ type })}
        />
      )}
      {!aboutTheirs && offered.length > 0 && (
        <SelectField
          id="attached"
          label="Is it about one of your briefs or ideas? (optional)"
          hint="They can read it, and see how they fit."
          none="No, it stands by itself"
          options={offered.map(({ id, title }) => ({ value: id, label: title }))}
          value={draft.opportunityId ?? ''}
          onChange={(id) => change({ opportunityId: id || null })}
        />
      )}
    </>
  );
};
