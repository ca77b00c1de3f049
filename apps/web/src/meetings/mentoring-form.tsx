import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import { errorsFrom } from '../forms/errors';
import { AreaField, ManyOf, SelectField, TextField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import {
  MentorGroundsDocument,
  MentoringDocument,
  type MentoringQuery,
  OfferSlotsDocument,
  SaveMentoringDocument,
  StopMentoringDocument,
  WithdrawSlotDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import classes from './meetings.module.css';
import { momentFrom, momentOf } from './moments';

type Mentoring = MentoringQuery['myMentoring'];

const fields = ['grounds', 'experience', 'helpWith', 'sectors', 'mostOpen'];

const useAgain = () => {
  const queries = useQueryClient();
  return () => Promise.all(['mentoring', 'mentors'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
};

/** What somebody says as a mentor. */
const Declaration = ({ mentoring, close }: { mentoring: Mentoring; close: () => void }) => {
  const { data: grounds } = useQuery(reading('mentor-grounds', MentorGroundsDocument, {}));
  const { data: words } = useVocabularies();
  const again = useAgain();
  const [said, setSaid] = useState({
    grounds: mentoring?.grounds.map(({ code }) => code) ?? [],
    experience: mentoring?.experience ?? '',
    helpWith: mentoring?.helpWith ?? '',
    sectors: mentoring?.sectors.map(({ code }) => code) ?? [],
    mostOpen: mentoring?.mostOpen ?? 3,
  });
  const saving = useMutation({
    mutationFn: () => ask(SaveMentoringDocument, { input: said }),
    onSuccess: async () => {
      await again();
      close();
    },
  });
  const errors = saving.error ? errorsFrom(saving.error, fields) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={forms.group} onSubmit={submit} noValidate>
      {saving.error && <ProblemNotice error={saving.error} />}
      <ManyOf
        id="grounds"
        label="What have you done?"
        options={grounds?.mentorGrounds ?? []}
        chosen={said.grounds}
        onChange={(codes) => setSaid({ ...said, grounds: codes })}
        error={errors.grounds}
      />
      <AreaField
        id="experience"
        label="In your own words"
        hint="What you did, when, and with what kind of company."
        rows={3}
        least={20}
        most={600}
        value={said.experience}
        onChange={(experience) => setSaid({ ...said, experience })}
        error={errors.experience}
      />
      <AreaField
        id="helpWith"
        label="What can you help with?"
        rows={3}
        least={20}
        most={600}
        value={said.helpWith}
        onChange={(helpWith) => setSaid({ ...said, helpWith })}
        error={errors.helpWith}
      />
      <ManyOf
        id="sectors"
        label="Sectors that you know"
        options={words?.sectors ?? []}
        chosen={said.sectors}
        onChange={(sectors) => setSaid({ ...said, sectors })}
        error={errors.sectors}
      />
      <SelectField
        id="mostOpen"
        label="Open questions at a time"
        hint="More are not let through until you have answered some."
        short
        value={String(said.mostOpen)}
        options={[1, 2, 3, 5, 10, 20].map((count) => ({ value: String(count), label: String(count) }))}
        onChange={(count) => setSaid({ ...said, mostOpen: Number(count) })}
        error={errors.mostOpen}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={saving.isPending}>
          {mentoring?.active ? 'Save' : 'Mentor from now on'}
        </Button>
        <Button variant="default" onClick={close}>
          Back
        </Button>
      </div>
    </form>
  );
};

/** The times that a mentor offers. */
const Times = ({ slots }: { slots: MentoringQuery['mySlots'] }) => {
  const again = useAgain();
  const [when, setWhen] = useState('');
  const [where, setWhere] = useState('');
  const [wrong, setWrong] = useState<string>();
  const offering = useMutation({
    mutationFn: () => {
      const place = where.trim();
      const call = /^https?:/i.test(place);
      return ask(OfferSlotsDocument, {
        input: {
          times: [momentFrom(when)],
          minutes: 30,
          link: call ? place : null,
          place: call ? null : place,
          idempotencyKey: crypto.randomUUID(),
        },
      });
    },
    onSuccess: async () => {
      setWhen('');
      await again();
    },
  });
  const taking = useMutation({
    mutationFn: (id: string) => ask(WithdrawSlotDocument, { id }),
    onSuccess: again,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (momentFrom(when) === '') return setWrong('Choose a day and a time');
    setWrong(undefined);
    offering.mutate();
  };
  const errors = offering.error ? errorsFrom(offering.error, ['times', 'place', 'link']) : {};
  return (
    <section className={classes.part} aria-labelledby="my-times">
      <h3 id="my-times">Your open times</h3>
      {taking.error && <ProblemNotice error={taking.error} />}
      {slots.length === 0 ? (
        <p className="quiet">None yet. People can ask you in writing; with a time here they can talk to you.</p>
      ) : (
        <ul className={classes.list} style={{ marginTop: 0 }}>
          {slots.map(({ id, startsAt, minutes, online }) => (
            <li key={id} className={classes.card}>
              <div className={classes.head}>
                <span>
                  {momentOf(startsAt)}, {minutes} minutes{online ? ', a call' : ''}
                </span>
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={taking.isPending && taking.variables === id}
                  onClick={() => taking.mutate(id)}
                  aria-label={`Take back ${momentOf(startsAt)}`}
                >
                  Take back
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <form className={forms.form} onSubmit={submit} noValidate>
        {offering.error && Object.keys(errors).length === 0 && <ProblemNotice error={offering.error} />}
        <div className={forms.pair}>
          <TextField
            id="slot-when"
            label="Day and time"
            hint="For 30 minutes, by your own clock."
            type="datetime-local"
            value={when}
            onChange={setWhen}
            error={wrong ?? errors.times}
          />
          <TextField
            id="slot-where"
            label="Where"
            hint="A room, or a link for a call (https). A link is shown once you have agreed."
            value={where}
            onChange={setWhere}
            error={errors.place ?? errors.link}
          />
        </div>
        <div className={forms.actions}>
          <Button type="submit" variant="default" loading={offering.isPending}>
            Offer this time
          </Button>
        </div>
      </form>
    </section>
  );
};

/** Whether the viewer mentors, with what, and when. */
export const MentoringSection = ({ viewer }: { viewer: Viewer }) => {
  const mine = useQuery(reading('mentoring', MentoringDocument, {}));
  const again = useAgain();
  const [open, setOpen] = useState(false);
  const stopping = useMutation({ mutationFn: () => ask(StopMentoringDocument, {}), onSuccess: again });
  const mentoring = mine.data?.myMentoring ?? null;
  return (
    <section className={classes.part} aria-labelledby="mentoring">
      <h2 id="mentoring">Mentoring</h2>
      {mine.error && <ProblemNotice error={mine.error} retry={() => void mine.refetch()} />}
      {stopping.error && <ProblemNotice error={stopping.error} />}
      {!mine.data && !mine.error && <FormSkeleton groups={1} />}
      {mine.data && !viewer.academic && (
        <>
          <p>Mentors are academics who have worked with industry. Make your profile first, if you are one.</p>
          <div>
            <LinkButton to="/me" variant="default">
              Make your profile
            </LinkButton>
          </div>
        </>
      )}
      {mine.data && viewer.academic && open && <Declaration mentoring={mentoring} close={() => setOpen(false)} />}
      {mine.data && viewer.academic && !open && (
        <>
          <p>
            {mentoring?.active
              ? 'You mentor: people who think of industry can ask you for advice.'
              : 'Did you do a year in industry, or hold a senior joint post? Others would like to ask you how.'}
          </p>
          <div className={forms.actions}>
            <Button variant={mentoring?.active ? 'default' : 'filled'} onClick={() => setOpen(true)}>
              {mentoring?.active ? 'Change what you say' : 'I mentor'}
            </Button>
            {mentoring?.active && (
              <Button variant="default" loading={stopping.isPending} onClick={() => stopping.mutate()}>
                Mentor no more
              </Button>
            )}
          </div>
        </>
      )}
      {mentoring?.active && !open && <Times slots={mine.data?.mySlots ?? []} />}
    </section>
  );
};
