import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { problemOf } from '../api/problems';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { GovernanceChoicesDocument, PolicyPacksDocument } from '../generated/graphql';
import desk from '../organisation-desk/desk.module.css';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { dayOf } from '../theme/words';
import { PolicyEditor } from './policy-editor';
import type { SavedPack } from './policy-rules';

const route = getRouteApi('/organisations/$id/policies');

const ruleWords = ({ label, amount, effect, terms }: SavedPack['rules'][number]) =>
  [
    label,
    amount !== null && String(amount),
    terms.map((term) => term.label).join(', '),
    effect === 'block' ? 'blocks' : 'points it out',
  ]
    .filter(Boolean)
    .join(' · ');

/** Every version that was saved, newest first. */
const Versions = ({ packs }: { packs: readonly SavedPack[] }) => (
  <section className={desk.panel} aria-labelledby="versions-title">
    <h2 id="versions-title">Versions</h2>
    {packs.length === 0 && <p>None yet. What you publish holds from the day that you choose.</p>}
    {packs.map(({ id, version, state, validFrom, inForce, createdAt, rules }) => (
      <details key={id}>
        <summary>
          Version {version}
          {inForce ? ', in force' : state === 'draft' ? ', a draft' : ''}
        </summary>
        <p className="quiet">
          Saved on {dayOf(createdAt)}, holds from {dayOf(validFrom)}.
        </p>
        {rules.length === 0 && <p>No rules.</p>}
        <ul>
          {rules.map((rule) => (
            <li key={`${rule.kind}-${rule.effect}-${rule.sourceTitle}-${rule.amount}`}>{ruleWords(rule)}</li>
          ))}
        </ul>
      </details>
    ))}
  </section>
);

const Policies = ({ viewer }: { viewer: Viewer }) => {
  const { id } = route.useParams();
  const words = useVocabularies();
  const choices = useQuery({
    ...reading('governance-choices', GovernanceChoicesDocument, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const writes = viewer.memberships.some(({ organisation, role }) => organisation.id === id && role !== 'member');
  const { data, error, refetch } = useQuery({
    ...reading('policy-packs', PolicyPacksDocument, { organisationId: id }),
    enabled: writes,
    gcTime: 0,
  });
  if (!writes) return <NotFoundPage />;
  const failed = error ?? words.error ?? choices.error;
  if (failed && !data) {
    if (['NOT_FOUND', 'BAD_INPUT'].includes(problemOf(failed).code)) return <NotFoundPage />;
    return (
      <div className="prose">
        <PageHeading title="Policies" />
        <ProblemNotice error={failed} retry={() => void refetch()} />
      </div>
    );
  }
  if (!data || !words.data || !choices.data) {
    return (
      <div>
        <PageHeading title="Policies" />
        <FormSkeleton groups={2} />
      </div>
    );
  }
  const { nodes } = data.policyPacks;
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title={`Policies of ${data.organisation.name}`} />
          <p className="quiet">What your people are told when they ask “Can I do this?”</p>
        </div>
        <LinkButton to="/organisations/$id/desk" params={{ id }} variant="default">
          Back to the desk
        </LinkButton>
      </div>
      <div className={forms.layout}>
        <PolicyEditor
          organisationId={id}
          newest={nodes[0]}
          kinds={choices.data.governanceChoices.policyKinds}
          words={words.data}
        />
        <aside className={forms.aside} aria-label="Beside the policies">
          <Versions packs={nodes} />
        </aside>
      </div>
    </>
  );
};

const PoliciesPage = () => (
  <SignedIn title="Policies" why="Sign in to write the policies of your organisation.">
    {(viewer) => <Policies viewer={viewer} />}
  </SignedIn>
);

export default PoliciesPage;
