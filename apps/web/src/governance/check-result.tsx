import { Badge } from '@mantine/core';
import forms from '../forms/forms.module.css';
import type { PreCheckQuery } from '../generated/graphql';
import { LinkButton } from '../theme/link-button';
import { listed } from '../theme/words';
import classes from './governance.module.css';
import { RuleSource } from './rule-source';

type Result = PreCheckQuery['preCheck'];

const levels: Record<string, { title: string; label: string; colour: string; text: string }> = {
  ready: {
    title: 'Ready',
    label: 'Ready',
    colour: 'pine',
    text: 'Nothing that we know of stands in the way.',
  },
  'needs-attention': {
    title: 'Needs attention',
    label: 'Needs attention',
    colour: 'apricot',
    text: 'It can be done once these things are looked after.',
  },
  'not-as-it-stands': {
    title: 'Not as it stands',
    label: 'Not as it stands',
    colour: 'red',
    text: 'Something has to change first.',
  },
};

const aboutWords = ({ who, with: other, about, engagementType }: Result) =>
  [who, engagementType?.label, about && `“${about}”`, other && `with ${other}`].filter(Boolean).join(' · ');

/** Whether it can be done, line by line, with what would help and who decides. */
export const CheckResult = ({ result }: { result: Result }) => {
  const overall = levels[result.overall];
  const oop = result.lines.some(({ code }) => ['check-oop', 'check-oop-not-open', 'check-away'].includes(code));
  return (
    <>
      <div className={classes.overall} data-level={result.overall}>
        <h2 id="result-title" tabIndex={-1}>
          {overall?.title ?? result.overall}
        </h2>
        <p>
          {result.blocked ? 'An organisation’s own policy blocks it as it stands.' : overall?.text} {result.note}
        </p>
        {aboutWords(result) && <p>{aboutWords(result)}</p>}
      </div>
      <section className={forms.group} aria-labelledby="lines-title">
        <h2 id="lines-title">What was looked at</h2>
        <ul className={classes.lines}>
          {result.lines.map(({ code, level, blocks, text, fix, decides, rule }) => (
            <li key={`${code}-${text}`} className={classes.line}>
              <div className={classes.cardTop}>
                <p>
                  <strong>{text}</strong>
                </p>
                <Badge color={levels[level]?.colour} size="lg">
                  {blocks ? 'Blocked by policy' : (levels[level]?.label ?? level)}
                </Badge>
              </div>
              <p>
                <strong>What helps:</strong> {fix} <strong>Who decides:</strong> {decides}.
              </p>
              <p>
                <RuleSource rule={rule} said={text} />
              </p>
            </li>
          ))}
        </ul>
        {oop && (
          <div>
            <LinkButton to="/planner" variant="default">
              Plan the time away
            </LinkButton>
          </div>
        )}
      </section>
      {(result.policies.length > 0 || result.notRead.length > 0) && (
        <section className={forms.group} aria-labelledby="policies-title">
          <h2 id="policies-title">Policies</h2>
          {result.policies.length > 0 && <p>Looked at: {listed(result.policies)}.</p>}
          {result.notRead.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
    </>
  );
};
