import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField, TickField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import {
  AnswerIntroductionDocument,
  ApproveIntroductionDocument,
  ChooseIntroductionsDocument,
  IntroductionsDocument,
  type IntroductionsQuery,
  RefuseIntroductionDocument,
  WithdrawIntroductionDocument,
} from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import classes from '../meetings/meetings.module.css';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton, TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';

const route = getRouteApi('/introductions');

type Introduction = IntroductionsQuery['introductions']['nodes'][number];

const roles = [
  {
    role: 'middle',
    label: 'You are asked',
    empty: 'Nobody asks you to introduce them',
    why: 'Questions of people who would like to meet somebody you have worked with appear here.',
  },
  {
    role: 'asker',
    label: 'You have asked',
    empty: 'You have not asked for an introduction',
    why: 'On the page of a person or an organisation you see whether somebody could introduce you.',
  },
  {
    role: 'target',
    label: 'Introduced to you',
    empty: 'Nobody was introduced to you',
    why: 'Once somebody passes a note on to you, you read it here, and say yes or no.',
  },
] as const;

const stateWords: Record<string, string> = {
  asked: 'Waits for the person in the middle',
  'passed-on': 'Passed on',
  accepted: 'Accepted',
  declined: 'Declined',
  refused: 'Not passed on',
  withdrawn: 'Withdrawn',
  expired: 'Not answered in time',
  'not-possible': 'Not possible this time',
};

const titleOf = ({ role, asker, target, middle }: Introduction) => {
  if (role === 'middle') return `${asker.name} would like to meet ${target.name}`;
  if (role === 'asker') return `To ${target.name}${middle ? `, over ${middle.name}` : ''}`;
  return `${middle?.name ?? 'Somebody'} introduces ${asker.name}`;
};

const useAgain = () => {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['introductions', 'introduction-paths', 'news'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
    );
};

/** The note, which may be changed before it is passed on. */
const PassOn = ({ introduction }: { introduction: Introduction }) => {
  const [note, setNote] = useState(introduction.note);
  const [wrong, setWrong] = useState<string>();
  const again = useAgain();
  const passing = useMutation({
    mutationFn: () => ask(ApproveIntroductionDocument, { id: introduction.id, note }),
    onSuccess: again,
  });
  const refusing = useMutation({
    mutationFn: () => ask(RefuseIntroductionDocument, { id: introduction.id }),
    onSuccess: again,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const length = [...note.trim()].length;
    if (length < 50 || length > 600) return setWrong('The note has 50 to 600 characters');
    setWrong(undefined);
    passing.mutate();
  };
  const error = passing.error ?? refusing.error;
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {error && <ProblemNotice error={error} />}
      <AreaField
        id={`note-${introduction.id}`}
        label="The note, as it is passed on"
        hint={`${introduction.target.name} reads it with both your names. Until you pass it on they know of nothing.`}
        rows={5}
        least={50}
        most={600}
        value={note}
        onChange={setNote}
        error={wrong}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={passing.isPending}>
          Pass it on
        </Button>
        <Button variant="default" loading={refusing.isPending} onClick={() => refusing.mutate()}>
          Not this time
        </Button>
      </div>
      <p className="quiet">Where you do not pass it on, nobody is told that it was you.</p>
    </form>
  );
};

const Row = ({ introduction, named }: { introduction: Introduction; named: boolean }) => {
  const again = useAgain();
  const acting = useMutation({
    mutationFn: async (action: 'withdraw' | 'accept' | 'decline') => {
      const { id } = introduction;
      if (action === 'withdraw') await ask(WithdrawIntroductionDocument, { id });
      else await ask(AnswerIntroductionDocument, { id, accept: action === 'accept' });
    },
    onSuccess: again,
  });
  const { role, actions, asker, target, state, contactEmail, openUntil } = introduction;
  const due = role !== 'asker' && actions.length > 0;
  const passes = actions.includes('approve');
  return (
    <li className={classes.card} data-due={due || undefined} data-named={named || undefined}>
      <div className={classes.head}>
        <h2>{titleOf(introduction)}</h2>
        <span className={classes.mark}>{due ? 'Waits for you' : stateWords[state]}</span>
      </div>
      <p className="quiet">
        {role !== 'asker' && asker.academicId && (
          <TextLink to="/academics/$id" params={{ id: asker.academicId }}>
            Profile of {asker.name}
          </TextLink>
        )}
        {introduction.askerOrganisation && role !== 'asker' ? `, for ${introduction.askerOrganisation}` : ''}
        {role === 'asker' && target.academicId && (
          <TextLink to="/academics/$id" params={{ id: target.academicId }}>
            Profile of {target.name}
          </TextLink>
        )}
        {role === 'asker' && target.organisationId && (
          <TextLink to="/organisations/$id" params={{ id: target.organisationId }}>
            {target.name}
          </TextLink>
        )}{' '}
        {dayOf(introduction.since)}
      </p>
      {!passes && <p className={classes.said}>{introduction.note}</p>}
      {contactEmail && (
        <p>
          Reach {role === 'asker' ? target.name : asker.name}: <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
      )}
      {openUntil && <p className="quiet">Can be answered until {dayOf(openUntil)}.</p>}
      {passes && <PassOn introduction={introduction} />}
      {acting.error && <ProblemNotice error={acting.error} />}
      <div className={forms.actions}>
        {actions.includes('accept') && (
          <>
            <Button loading={acting.isPending} onClick={() => acting.mutate('accept')}>
              Yes, show us how to reach each other
            </Button>
            <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate('decline')}>
              Not this time
            </Button>
          </>
        )}
        {actions.includes('withdraw') && (
          <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate('withdraw')}>
            Withdraw
          </Button>
        )}
      </div>
    </li>
  );
};

const Introductions = () => {
  const { role, introduction } = route.useSearch();
  const shown = roles.find((one) => one.role === role) ?? roles[0];
  const again = useAgain();
  const list = useInfiniteQuery({
    queryKey: ['introductions', shown.role],
    queryFn: ({ pageParam, signal }) =>
      ask(IntroductionsDocument, { role: shown.role, first: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ introductions: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const choosing = useMutation({
    mutationFn: (available: boolean) => ask(ChooseIntroductionsDocument, { available }),
    onSuccess: again,
  });
  const found = (list.data?.pages ?? []).flatMap((page) => page.introductions.nodes);
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Introductions" />
          <p>Somebody who knows both of you reads the note first, and passes it on or not.</p>
        </div>
      </div>
      <nav className={inbox.tabs} aria-label="Which introductions">
        {roles.map((one) => (
          <Link
            key={one.role}
            to="/introductions"
            search={one.role === 'middle' ? {} : { role: one.role }}
            activeOptions={{ exact: true }}
            activeProps={{}}
            aria-current={one.role === shown.role ? 'page' : undefined}
          >
            {one.label}
          </Link>
        ))}
      </nav>
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <FormSkeleton />}
      {list.data && found.length === 0 && (
        <Empty title={shown.empty} action={<LinkButton to="/academics">Find academics</LinkButton>}>
          {shown.why}
        </Empty>
      )}
      <ul className={classes.list}>
        {found.map((one) => (
          <Row key={one.id} introduction={one} named={one.id === introduction} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
      {list.data && (
        <section className={classes.part} aria-labelledby="choice">
          <h2 id="choice">May others ask you?</h2>
          {choosing.error && <ProblemNotice error={choosing.error} />}
          <TickField
            id="available"
            label="Yes: others may ask me to introduce them to people and organisations that I have worked with. My name stays hidden until I agree."
            checked={choosing.isPending ? choosing.variables : (list.data.pages[0]?.introductionChoice ?? false)}
            onChange={(available) => choosing.mutate(available)}
          />
          <p className="quiet">
            Until you choose, you may be asked only where the works that link you are public. Taking the tick away again
            ends that too.
          </p>
        </section>
      )}
    </>
  );
};

const IntroductionsPage = () => (
  <SignedIn title="Introductions" why="Sign in to see your introductions.">
    {() => <Introductions />}
  </SignedIn>
);

export default IntroductionsPage;
