import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading, viewerQuery } from '../api/queries';
import { AreaField, OneOf } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  AskForIntroductionDocument,
  IntroductionPathsDocument,
  type IntroductionPathsQuery,
} from '../generated/graphql';
import meetings from '../meetings/meetings.module.css';
import classes from '../profiles/profile.module.css';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { listed } from '../theme/words';

interface Props {
  to: { academic: string } | { organisation: string };
  name: string;
}

type Path = IntroductionPathsQuery['introductionPaths']['paths'][number];

const linkWords: Record<string, string> = {
  work: 'is named on a work with',
  collaboration: 'has worked through Benchside with',
  mentor: 'has talked as a mentor with',
};

const keyOf = ({ first, second, middleId }: Path) => `${first.kind} ${second.kind} ${middleId ?? ''}`;

const detailOf = ({ first, second, middleName }: Path, name: string) =>
  middleName
    ? listed([...first.works.slice(0, 1), ...second.works.slice(0, 1)].map((title) => `“${title}”`))
    : first.kind === second.kind
      ? `Somebody ${linkWords[first.kind]} both you and ${name}`
      : `Somebody ${linkWords[first.kind]} you, and ${linkWords[second.kind]} ${name}`;

const AskForm = ({ to, name, paths, close }: Props & { paths: Path[]; close: (asked: boolean) => void }) => {
  const [chosen, setChosen] = useState(paths[0] ? keyOf(paths[0]) : '');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [key] = useState(() => crypto.randomUUID());
  const path = paths.find((one) => keyOf(one) === chosen);
  const asking = useMutation({
    mutationFn: async () => {
      if (!path) return;
      await ask(AskForIntroductionDocument, {
        input: {
          toAcademicId: 'academic' in to ? to.academic : null,
          toOrganisationId: 'organisation' in to ? to.organisation : null,
          firstLink: path.first.kind,
          secondLink: path.second.kind,
          throughAcademicId: path.middleId,
          note,
          idempotencyKey: key,
        },
      });
    },
    onSuccess: () => close(true),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const length = [...note.trim()].length;
    if (length < 50 || length > 600)
      return setWrong('Write 50 to 600 characters: who you are, and why you would like to meet');
    setWrong(undefined);
    asking.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {asking.error && <ProblemNotice error={asking.error} />}
      {paths.length > 1 && (
        <OneOf
          id="introduction-path"
          label="Over whom?"
          options={paths.map((one) => ({
            code: keyOf(one),
            label: one.middleName ?? 'Somebody who stays unnamed until they agree',
            detail: detailOf(one, name),
          }))}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
      <AreaField
        id="introduction-note"
        label={`A note that can be passed on to ${name}`}
        hint="The person in the middle reads it with your name, may change it, and passes it on or not."
        rows={5}
        least={50}
        most={600}
        value={note}
        onChange={setNote}
        error={wrong}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={asking.isPending}>
          Ask for the introduction
        </Button>
        <Button variant="default" onClick={() => close(false)}>
          Back
        </Button>
      </div>
    </form>
  );
};

const Paths = ({ to, name }: Props) => {
  const [state, setState] = useState<'closed' | 'open' | 'asked'>('closed');
  const { data } = useQuery(
    reading('introduction-paths', IntroductionPathsDocument, {
      toAcademicId: 'academic' in to ? to.academic : null,
      toOrganisationId: 'organisation' in to ? to.organisation : null,
    }),
  );
  // A panel that would say nothing is not there.
  const paths = data?.introductionPaths.paths ?? [];
  const direct = data?.introductionPaths.direct ?? [];
  if (paths.length === 0 && direct.length === 0) return null;
  return (
    <section className={classes.panel} aria-labelledby="introduced">
      <h2 id="introduced">{direct.length > 0 ? 'You know each other' : 'You could be introduced'}</h2>
      <div className={meetings.panel}>
        {direct.map(({ kind, works }) => (
          <p key={kind}>
            {kind === 'work'
              ? `You are both named on ${listed(works.map((title) => `“${title}”`))}.`
              : kind === 'mentor'
                ? 'One of you has given the other advice.'
                : 'You have worked together through Benchside.'}
          </p>
        ))}
        {direct.length === 0 &&
          state === 'closed' &&
          paths.slice(0, 3).map((path) => (
            <p key={keyOf(path)}>
              {path.middleId && path.middleName ? (
                <>
                  <TextLink to="/academics/$id" params={{ id: path.middleId }}>
                    {path.middleName}
                  </TextLink>{' '}
                  is named on works with both of you.
                </>
              ) : (
                `${detailOf(path, name)}. Who it is stays hidden until they agree.`
              )}
            </p>
          ))}
        {direct.length === 0 && state === 'closed' && (
          <div>
            <Button variant="default" onClick={() => setState('open')}>
              Ask for an introduction
            </Button>
          </div>
        )}
        {state === 'open' && (
          <AskForm to={to} name={name} paths={paths} close={(asked) => setState(asked ? 'asked' : 'closed')} />
        )}
        {state === 'asked' && (
          <p role="status">
            Your note is with the person in the middle. <TextLink to="/introductions">Your introductions</TextLink>
          </p>
        )}
      </div>
    </section>
  );
};

/** Ways to somebody over somebody else, where there are any. */
export const IntroducedPanel = (props: Props) => {
  const { data: viewer } = useQuery(viewerQuery);
  const own =
    viewer &&
    ('academic' in props.to
      ? viewer.academic?.id === props.to.academic
      : viewer.memberships.some(
          ({ organisation: { id } }) => 'organisation' in props.to && id === props.to.organisation,
        ));
  return viewer && !own ? <Paths {...props} /> : null;
};
