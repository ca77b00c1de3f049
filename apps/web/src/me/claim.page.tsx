import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { academicProfile } from '../academics/academic.query';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import { AreaField, OneOf, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { type FragmentType, unmask } from '../generated/fragment-masking';
import {
  ClaimByOrcidDocument,
  ClaimByReviewDocument,
  ClaimByWorkEmailDocument,
  ClaimLineFragmentDoc,
  ConfirmClaimDocument,
  MyClaimsDocument,
  WithdrawClaimDocument,
} from '../generated/graphql';
import { ProfileOf } from '../profiles/profile-query';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton, TextLink } from '../theme/link-button';

const route = getRouteApi('/academics/$id/claim');

type Answer = { claim: FragmentType<typeof ClaimLineFragmentDoc> };

const ways = [
  { code: 'work-email', label: 'My work address', detail: 'A code goes to an address at your employer or university' },
  { code: 'orcid', label: 'My ORCID iD', detail: 'The iD you signed in with is on this profile' },
  { code: 'review', label: 'Somebody looks at it', detail: 'You say why it is yours; we answer by e-mail' },
];

const Claim = ({ academic, viewer }: { academic: { id: string; name: string; claimed: boolean }; viewer: Viewer }) => {
  const queries = useQueryClient();
  const [way, setWay] = useState('work-email');
  const [workEmail, setWorkEmail] = useState('');
  const [evidence, setEvidence] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { data } = useQuery({ ...reading('my-claims', MyClaimsDocument, {}), staleTime: 0 });
  const claims = (data?.myClaims ?? []).map((one) => unmask(ClaimLineFragmentDoc, one));
  const open = claims.find(
    ({ profileId, state }) => profileId === academic.id && ['code-sent', 'in-review', 'granted'].includes(state),
  );
  const step = useMutation({
    mutationFn: (act: () => Promise<Answer>) => act(),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['my-claims'] });
      await queries.invalidateQueries({ queryKey: ['viewer'] });
      void queries.invalidateQueries({ queryKey: ['academic'] });
    },
  });
  const { id: academicId } = academic;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(undefined);
    if (way === 'orcid') return step.mutate(() => ask(ClaimByOrcidDocument, { academicId }));
    if (way === 'review') {
      if (evidence.trim().length < 20) return setWrong('Say in at least 20 characters why this is you');
      return step.mutate(() => ask(ClaimByReviewDocument, { academicId, evidence: evidence.trim() }));
    }
    if (!workEmail.includes('@')) return setWrong('Write your work address, such as name@hospital.nhs.uk');
    return step.mutate(() => ask(ClaimByWorkEmailDocument, { academicId, workEmail: workEmail.trim() }));
  };
  const withdraw = open && (
    <Button variant="default" onClick={() => step.mutate(() => ask(WithdrawClaimDocument, { claimId: open.id }))}>
      Start again
    </Button>
  );
  if (viewer.academic?.id === academicId || open?.state === 'granted') {
    return (
      <Alert color="pine" role="status" title="This profile is yours">
        <p>You can change what it says and who sees it.</p>
        <p style={{ marginTop: '0.75rem' }}>
          <LinkButton to="/me">Open my profile</LinkButton>
        </p>
      </Alert>
    );
  }
  if (viewer.academic) {
    return (
      <Alert color="apricot" title="You have a profile already">
        One person has one profile. <TextLink to="/me">Open yours</TextLink>.
      </Alert>
    );
  }
  if (academic.claimed) {
    return <Alert color="apricot" title="Somebody looks after this profile already" />;
  }
  return (
    <>
      {step.error && <ProblemNotice error={step.error} />}
      {open?.state === 'in-review' && (
        <Alert color="pine" title="Somebody is looking at it" role="status">
          <p>We write to {viewer.email} as soon as it is decided.</p>
          <p style={{ marginTop: '0.75rem' }}>{withdraw}</p>
        </Alert>
      )}
      {open?.state === 'code-sent' && (
        <form
          className={forms.group}
          onSubmit={(event) => {
            event.preventDefault();
            step.mutate(() => ask(ConfirmClaimDocument, { claimId: open.id, code: code.trim() }));
          }}
        >
          <h2>Enter the code</h2>
          <p>
            We sent it to {open.workEmail}.
            {open.attemptsLeft !== null &&
              ` You can try ${open.attemptsLeft === 1 ? 'once' : `${open.attemptsLeft} times`} more.`}
          </p>
          <TextField id="code" label="Code" short autoComplete="one-time-code" value={code} onChange={setCode} />
          <div className={forms.actions}>
            <Button type="submit" loading={step.isPending}>
              This is the code
            </Button>
            {withdraw}
          </div>
        </form>
      )}
      {!open && (
        <form className={forms.group} onSubmit={submit} noValidate>
          <OneOf id="way" label="How can you show that it is you?" options={ways} chosen={way} onChange={setWay} />
          {way === 'work-email' && (
            <TextField
              id="workEmail"
              type="email"
              label="Work address"
              hint="At the employer or university of this profile, with your family name in it."
              value={workEmail}
              error={wrong}
              onChange={setWorkEmail}
            />
          )}
          {way === 'review' && (
            <AreaField
              id="evidence"
              label="Why is this you?"
              hint="For example the address of a staff page, or who at your employer could confirm it."
              value={evidence}
              error={wrong}
              least={20}
              most={4_000}
              onChange={setEvidence}
            />
          )}
          <div>
            <Button type="submit" loading={step.isPending}>
              {way === 'work-email' ? 'Send me the code' : 'This is me'}
            </Button>
          </div>
        </form>
      )}
    </>
  );
};

const ClaimOf = ({ viewer }: { viewer: Viewer }) => {
  const { id } = route.useParams();
  const answer = useQuery(academicProfile(id));
  return (
    <ProfileOf answer={answer}>
      {({ academic }) => (
        <div className={forms.form} style={{ maxWidth: '46rem' }}>
          <div>
            <PageHeading title={`Are you ${academic.name}?`} />
            <p className="quiet" style={{ marginTop: '0.4rem' }}>
              {academic.jobTitle ?? academic.profession?.label}
              {academic.employer && `, ${academic.employer.name}`}. Once it is yours, you decide what it says.
            </p>
          </div>
          <Claim academic={academic} viewer={viewer} />
          <p>
            <TextLink to="/academics/$id" params={{ id }}>
              Back to the profile
            </TextLink>
          </p>
        </div>
      )}
    </ProfileOf>
  );
};

const ClaimPage = () => (
  <SignedIn title="This is me" why="Sign in to take over a profile that is yours.">
    {(viewer) => <ClaimOf viewer={viewer} />}
  </SignedIn>
);

export default ClaimPage;
