import desk from '../organisation-desk/desk.module.css';
import { dayOf } from '../theme/words';
import type { SavedPack } from './policy-rules';

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
export const PolicyVersions = ({ packs }: { packs: readonly SavedPack[] }) => (
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
