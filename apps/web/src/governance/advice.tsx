import { Alert, Badge } from '@mantine/core';
import type { TrainingAdviceQuery } from '../generated/graphql';
import { dayOf, lengthOf, listed } from '../theme/words';
import classes from './governance.module.css';
import { RuleSource } from './rule-source';

type Advice = TrainingAdviceQuery['trainingAdvice'];

const fits: Record<string, { label: string; colour: string }> = {
  suits: { label: 'Suits', colour: 'pine' },
  possible: { label: 'Possible', colour: 'apricot' },
  'usually-not': { label: 'Usually not', colour: 'gray' },
};

const lengthWords = ({ maxMonths, exceptionalMonths }: Advice['suggestions'][number]) =>
  maxMonths === null
    ? null
    : `Up to ${lengthOf(maxMonths)}${exceptionalMonths ? `, by exception ${lengthOf(exceptionalMonths)}` : ''}`;

/** What suits, best first, each with its reasons and who decides. */
export const Suggestions = ({ suggestions }: Pick<Advice, 'suggestions'>) => (
  <ol className={classes.cards}>
    {suggestions.map((suggestion) => (
      <li key={suggestion.code} className={classes.card} data-fit={suggestion.fit}>
        <div className={classes.cardTop}>
          <h3>{suggestion.label}</h3>
          <Badge color={fits[suggestion.fit]?.colour} size="lg">
            {fits[suggestion.fit]?.label ?? suggestion.fit}
          </Badge>
        </div>
        <ul className={classes.reasons}>
          {suggestion.reasons.map(({ text, rule }) => (
            <li key={text}>
              {text} <RuleSource rule={rule} said={text} />
            </li>
          ))}
        </ul>
        <dl className={classes.facts}>
          {lengthWords(suggestion) && (
            <div>
              <dt>Length</dt>
              <dd>{lengthWords(suggestion)}</dd>
            </div>
          )}
          <div>
            <dt>Effect</dt>
            <dd>
              {suggestion.effect.text} <RuleSource rule={suggestion.effect.rule} said={suggestion.effect.text} />
            </dd>
          </div>
          {suggestion.approvers.length > 0 && (
            <div>
              <dt>Who signs</dt>
              <dd>{listed(suggestion.approvers)}</dd>
            </div>
          )}
          <div>
            <dt>Who decides</dt>
            <dd>{suggestion.decides}</dd>
          </div>
        </dl>
      </li>
    ))}
  </ol>
);

/** What to look after, the serious first. */
export const Warnings = ({ warnings }: Pick<Advice, 'warnings'>) => (
  <div className={classes.stack}>
    {warnings.map(({ code, level, text, fix, decides, rule }) => (
      <Alert
        key={code}
        color={level === 'serious' ? 'red' : 'apricot'}
        title={level === 'serious' ? 'Needs solving first' : 'To look after'}
      >
        <p>{text}</p>
        <p>
          <strong>What helps:</strong> {fix} <strong>Who decides:</strong> {decides}.
        </p>
        <p>
          <RuleSource rule={rule} said={text} />
        </p>
      </Alert>
    ))}
  </div>
);

const lateWords = (days: number) => (days === 1 ? 'Late by a day' : `Late by ${days} days`);

/** What is due when, in order. */
export const Timeline = ({ timeline }: Pick<Advice, 'timeline'>) => (
  <ol className={classes.timeline}>
    {timeline.map(({ code, label, on, text, lateByDays, lastDay, rule }) => (
      <li key={`${code}-${on}`} data-late={lateByDays !== null || undefined}>
        <p className={classes.when}>
          <time dateTime={on}>{dayOf(on)}</time>
          {lateByDays !== null && <Badge color="red">{lateWords(lateByDays)}</Badge>}
        </p>
        <h3>{label}</h3>
        <p>
          {text}
          {lastDay && ` The last day for it is ${dayOf(lastDay)}.`}
        </p>
        {rule && (
          <p>
            <RuleSource rule={rule} said={text} />
          </p>
        )}
      </li>
    ))}
  </ol>
);
