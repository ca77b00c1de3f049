import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { counted } from '../search/list-kinds';
import { ProblemNotice } from '../shell/problem-notice';
import { CheckIcon, CloseIcon } from '../theme/icons';
import { LinkButton } from '../theme/link-button';
import type { Brief } from './brief';
import classes from './home.module.css';

const sayCount = ({ ready, academics, opportunities, topics }: Brief): string => {
  if (!ready || !academics || !opportunities) return '';
  const about = topics.length > 0 ? 'with these topics' : 'with these words';
  return `${counted(academics.totalCount, ['academic', 'academics'])} and ${counted(opportunities.totalCount, ['opportunity', 'opportunities'])} ${about}.`;
};

/** Starts from a need in one's own words: its topics can be kept or dropped, and the lists follow. */
export const BriefForm = ({ brief }: { brief: Brief }) => {
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({
      to: '/academics',
      search: { ...brief.search, q: brief.search.q ?? (brief.text.trim() || undefined) },
    });
  };
  return (
    <form className={classes.brief} onSubmit={submit} action="/academics">
      <h2>What do you need?</h2>
      <label className={classes.field}>
        Describe it in your own words
        <textarea
          name="q"
          maxLength={10_000}
          value={brief.text}
          onChange={(event) => brief.setText(event.currentTarget.value)}
          placeholder="For example: we look for a respiratory physician to advise on a trial of an inhaled biologic for severe asthma, one day a week from spring."
        />
      </label>
      {brief.topics.length > 0 && (
        <div>
          <p id="brief-topics">Topics in your text. Press one to leave it out:</p>
          <ul className={classes.chips} aria-labelledby="brief-topics">
            {brief.topics.map(({ code, label }) => (
              <li key={code}>
                <button
                  type="button"
                  className={classes.chip}
                  aria-pressed={brief.isKept(code)}
                  onClick={() => brief.toggle(code)}
                >
                  {brief.isKept(code) ? <CheckIcon size={16} /> : <CloseIcon size={16} />}
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {brief.error && <ProblemNotice error={brief.error} />}
      <p role="status" style={{ minHeight: '1.5em' }}>
        {sayCount(brief)}
      </p>
      <div className={classes.actions}>
        <LinkButton to="/academics" search={brief.search} size="md">
          Find academics
        </LinkButton>
        <LinkButton to="/opportunities" search={brief.search} size="md" variant="default">
          Find opportunities
        </LinkButton>
      </div>
    </form>
  );
};
