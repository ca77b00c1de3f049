import type { ReactNode } from 'react';
import type { InterestLineFragment } from '../generated/graphql';
import { dayOf } from '../theme/words';
import classes from './declarations.module.css';
import { type DeclarationWords, labelIn } from './terms';

const periodOf = ({ startsOn, endsOn }: InterestLineFragment) => {
  if (startsOn && endsOn) return `${dayOf(startsOn)} to ${dayOf(endsOn)}`;
  if (startsOn) return `Since ${dayOf(startsOn)}`;
  return endsOn ? `Until ${dayOf(endsOn)}` : null;
};

const stateWord: Record<string, string> = { ended: 'Ended', withdrawn: 'Withdrawn' };

interface Props {
  interest: InterestLineFragment;
  terms: DeclarationWords;
  /** Whose it is stands first: for those who read the interests of many. */
  named?: boolean;
  children?: ReactNode;
}

/** One interest, as it was declared. */
export const InterestFacts = ({ interest, terms, named, children }: Props) => {
  const { nothing, counterparty, ownerName, mitigation, mitigationNote, reviewOn } = interest;
  const title = nothing ? 'Nothing to declare' : (counterparty ?? '');
  const facts = [
    stateWord[interest.state],
    !nothing && labelIn(terms.categories, interest.category),
    !nothing && labelIn(terms.situations, interest.situation),
    interest.valueBand && labelIn(terms.valueBands, interest.valueBand),
    periodOf(interest),
    `Declared ${dayOf(interest.declaredOn)}`,
    interest.confirmedOn !== interest.declaredOn && `Confirmed ${dayOf(interest.confirmedOn)}`,
  ].filter(Boolean);
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <h3>{named ? `${ownerName}: ${title}` : title}</h3>
        {!nothing && <span className="quiet">{labelIn(terms.visibilities, interest.visibility)}</span>}
      </div>
      {interest.description && <p className="written">{interest.description}</p>}
      <p className={classes.facts}>
        {facts.map((fact) => (
          <span key={String(fact)}>{fact}</span>
        ))}
      </p>
      {mitigation !== 'none' && (
        <p>
          <strong>{labelIn(terms.mitigations, mitigation)}.</strong> {mitigationNote}
          {reviewOn && ` Looked at again on ${dayOf(reviewOn)}.`}
        </p>
      )}
      {children}
    </li>
  );
};
