import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { problemOf } from '../api/problems';
import { reading, viewerQuery } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { SelectField, TextField, TickField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { OrganisationPicker } from '../forms/organisation-picker';
import { optionsOf, useVocabularies } from '../forms/vocabularies';
import { PolicyFundersDocument, PreCheckDocument, type PreCheckInput } from '../generated/graphql';
import desk from '../organisation-desk/desk.module.css';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton, TextLink } from '../theme/link-button';
import { CheckResult } from './check-result';
import classes from './governance.module.css';

const route = getRouteApi('/can-i');

interface CheckForm {
  engagementType: string;
  profession: string;
  trainingStatus: string;
  firstYear: boolean;
  finalYear: boolean;
  visaSponsored: boolean;
  startsOn: string;
  endsOn: string;
  daysPerYear: string;
  funder: string;
  other: { id: string; name: string } | null;
}

const empty: CheckForm = {
  engagementType: '',
  profession: '',
  trainingStatus: '',
  firstYear: false,
  finalYear: false,
  visaSponsored: false,
  startsOn: '',
  endsOn: '',
  daysPerYear: '',
  funder: '',
  other: null,
};

const fields = ['engagementType', 'profession', 'trainingStatus', 'startsOn', 'endsOn', 'daysPerYear', 'funder'];

type Linked = { academic?: string; collaboration?: string; opportunity?: string; organisation?: string };

const inputFrom = (form: CheckForm, { academic, collaboration, opportunity, organisation }: Linked): PreCheckInput => ({
  academicId: academic ?? null,
  collaborationId: collaboration ?? null,
  opportunityId: opportunity ?? null,
  organisationId: form.other?.id ?? organisation ?? null,
  engagementType: form.engagementType || null,
  profession: form.profession || null,
  trainingStatus: form.trainingStatus || null,
  firstYear: form.firstYear,
  finalYear: form.finalYear,
  visaSponsored: form.visaSponsored,
  startsOn: form.startsOn || null,
  endsOn: form.endsOn || null,
  daysPerYear: form.daysPerYear ? Number(form.daysPerYear) : null,
  funder: form.funder.trim() || null,
});

const CanI = ({ linked }: { linked: Linked }) => {
  const words = useVocabularies();
  const { data: viewer } = useQuery(viewerQuery);
  const funders = useQuery(reading('policy-funders', PolicyFundersDocument, {}));
  const [form, setForm] = useState({ ...empty });
  const [asked, setAsked] = useState<PreCheckInput | null>(() =>
    linked.opportunity || linked.collaboration ? inputFrom(empty, linked) : null,
  );
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const set = (changes: Partial<CheckForm>) => setForm((before) => ({ ...before, ...changes }));
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...reading('pre-check', PreCheckDocument, { input: asked ?? inputFrom(form, linked) }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const fresh = tried.attempt > 0 && data && !isPlaceholderData ? JSON.stringify(asked) : '';
  useEffect(() => {
    if (fresh) document.getElementById('result-title')?.focus();
  }, [fresh]);
  // A link leads to somebody or something that is not there, or not for this viewer.
  if (error && problemOf(error).code === 'NOT_FOUND') return <NotFoundPage />;
  const refused = errorsFrom(error, fields);
  const errors = hasErrors(tried.errors) ? tried.errors : refused;
  const ownProfile = Boolean(linked.academic ?? viewer?.academic);
  const inProgramme = form.trainingStatus === 'in-programme' || ownProfile;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: FieldErrors = {
      ...(form.engagementType || linked.opportunity || linked.collaboration
        ? {}
        : { engagementType: 'Say how you would work together' }),
      ...(form.endsOn && !form.startsOn ? { startsOn: 'Give the first day as well' } : {}),
      ...(form.startsOn && form.endsOn && form.endsOn < form.startsOn
        ? { endsOn: 'The last day is before the first: choose a later one' }
        : {}),
    };
    setTried(({ attempt }) => ({ errors: found, attempt: attempt + 1 }));
    if (!hasErrors(found)) setAsked(inputFrom(form, linked));
  };
  return (
    <>
      <PageHeading title="Can I do this?" />
      <p className={classes.intro}>
        Before you write to anybody, and again before you sign: what training, interests and the policies of your
        employer and funder say. Nothing is kept, and nobody is told.
      </p>
      <div className={forms.layout}>
        <div className={forms.form}>
          {words.error && <ProblemNotice error={words.error} retry={() => void words.refetch()} />}
          {words.data ? (
            <form className={forms.form} onSubmit={submit} noValidate>
              <ErrorSummary errors={errors} attempt={tried.attempt} />
              {linked.collaboration && (
                <p className={forms.lead}>
                  The work is read from the terms of{' '}
                  <TextLink to="/collaborations/$id" params={{ id: linked.collaboration }}>
                    your collaboration
                  </TextLink>
                  : change them there.
                </p>
              )}
              <section className={forms.group} aria-labelledby="work-title" hidden={linked.collaboration !== undefined}>
                <h2 id="work-title">The work</h2>
                <SelectField
                  id="engagementType"
                  label="How you would work together"
                  none={linked.opportunity ? 'As the opportunity says' : 'Choose one'}
                  options={optionsOf(words.data.engagementTypes)}
                  value={form.engagementType}
                  error={errors.engagementType}
                  onChange={(engagementType) => set({ engagementType })}
                />
                {!linked.opportunity && !linked.organisation && (
                  <OrganisationPicker
                    id="other"
                    label="The other side, if you know it"
                    chosen={form.other}
                    onChange={(other) => set({ other })}
                  />
                )}
                <div className={forms.pair}>
                  <TextField
                    id="startsOn"
                    label="First day"
                    type="date"
                    value={form.startsOn}
                    error={errors.startsOn}
                    onChange={(startsOn) => set({ startsOn })}
                  />
                  <TextField
                    id="endsOn"
                    label="Last day"
                    type="date"
                    value={form.endsOn}
                    error={errors.endsOn}
                    onChange={(endsOn) => set({ endsOn })}
                  />
                  <TextField
                    id="daysPerYear"
                    label="Days a year, about"
                    type="number"
                    min="1"
                    max="366"
                    short
                    value={form.daysPerYear}
                    error={errors.daysPerYear}
                    onChange={(daysPerYear) => set({ daysPerYear })}
                  />
                </div>
              </section>
              <section className={forms.group} aria-labelledby="person-title">
                <h2 id="person-title">{linked.academic ? 'The person' : 'You'}</h2>
                {ownProfile && (
                  <p className={forms.lead}>
                    The rest is read from the profile. Choose something here to ask as if it were so.
                  </p>
                )}
                <div className={forms.pair}>
                  <SelectField
                    id="profession"
                    label="Profession"
                    none={ownProfile ? 'As the profile says' : 'Not said'}
                    options={optionsOf(words.data.professions)}
                    value={form.profession}
                    error={errors.profession}
                    onChange={(profession) => set({ profession })}
                  />
                  <SelectField
                    id="trainingStatus"
                    label="Training"
                    none={ownProfile ? 'As the profile says' : 'Not said'}
                    options={optionsOf(words.data.trainingStatuses)}
                    value={form.trainingStatus}
                    error={errors.trainingStatus}
                    onChange={(trainingStatus) => set({ trainingStatus })}
                  />
                  <TextField
                    id="funder"
                    label="Research funder, if there is one"
                    maxLength={200}
                    list="funders"
                    value={form.funder}
                    error={errors.funder}
                    onChange={(funder) => set({ funder })}
                  />
                  <datalist id="funders">
                    {funders.data?.policyFunders.map((funder) => (
                      <option key={funder} value={funder} />
                    ))}
                  </datalist>
                </div>
                <div>
                  {inProgramme && (
                    <>
                      <TickField
                        id="firstYear"
                        label="In the first year of the programme"
                        checked={form.firstYear}
                        onChange={(firstYear) => set({ firstYear })}
                      />
                      <TickField
                        id="finalYear"
                        label="In the final year"
                        checked={form.finalYear}
                        onChange={(finalYear) => set({ finalYear })}
                      />
                    </>
                  )}
                  <TickField
                    id="visaSponsored"
                    label="On a visa that an employer sponsors"
                    checked={form.visaSponsored}
                    onChange={(visaSponsored) => set({ visaSponsored })}
                  />
                </div>
              </section>
              <div className={forms.actions}>
                <Button type="submit" size="md">
                  Check it
                </Button>
              </div>
            </form>
          ) : (
            <FormSkeleton groups={2} />
          )}
          <div className={classes.stack} aria-busy={isPlaceholderData || undefined}>
            {error && !hasErrors(refused) && <ProblemNotice error={error} retry={() => void refetch()} />}
            {asked && !data && !error && <Skeleton height={240} aria-busy="true" />}
            {asked && data && !error && <CheckResult result={data.preCheck} />}
          </div>
        </div>
        <aside className={forms.aside} aria-label="Beside the check">
          <section className={desk.panel} data-tinted>
            <h2>In a training programme?</h2>
            <p>The planner says which type of time out of programme suits, and what is due when.</p>
            <LinkButton to="/planner">Plan time away</LinkButton>
          </section>
        </aside>
      </div>
    </>
  );
};

const CanIPage = () => {
  const linked = route.useSearch();
  return <CanI key={JSON.stringify(linked)} linked={linked} />;
};

export default CanIPage;
