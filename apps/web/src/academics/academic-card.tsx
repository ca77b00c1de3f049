import { Link } from '@tanstack/react-router';
import { type FragmentType, unmask } from '../generated/fragment-masking';
import { AcademicSummaryFragmentDoc, FitFragmentDoc } from '../generated/graphql';
import { CompareBox } from '../search/compare-box';
import { HighlightedText } from '../search/highlighted-text';
import { initialsOf, useMatched } from '../search/matched-topics';
import { reasonsOf } from '../search/reasons';
import classes from '../search/result-card.module.css';
import { TopicList } from '../search/topic-list';
import { CardFoot } from '../search/why';
import { ClockIcon, PinIcon } from '../theme/icons';
import { availabilityOf, placeOf } from '../theme/words';

interface Props {
  node: FragmentType<typeof AcademicSummaryFragmentDoc>;
  match?: FragmentType<typeof FitFragmentDoc> | null;
  highlights?: readonly { field: string; html: string }[];
}

/** One academic in a list. */
export const AcademicCard = ({ node, match = null, highlights = [] }: Props) => {
  const academic = unmask(AcademicSummaryFragmentDoc, node);
  const fit = unmask(FitFragmentDoc, match);
  const matched = useMatched(academic.topics, fit?.sharedTopics);
  const { id, name, jobTitle, profession, employer, university, place, summary, availability } = academic;
  const role = [jobTitle ?? profession?.label, employer?.name ?? university?.name].filter(Boolean).join(', ');
  const where = placeOf(place);
  const available = availabilityOf(availability);
  const marked = highlights.find(({ field, html }) => field === 'summary' && html.includes('<mark>'));
  return (
    <li>
      <article className={classes.card} aria-labelledby={`name-${id}`}>
        <div className={classes.initials} aria-hidden="true">
          {initialsOf(name)}
        </div>
        <div className={classes.body}>
          <h2 className={classes.name} id={`name-${id}`}>
            <Link to="/academics/$id" params={{ id }}>
              {name}
            </Link>
          </h2>
          {role && <p className={classes.role}>{role}</p>}
          {(where || available) && (
            <ul className={classes.facts}>
              {where && (
                <li>
                  <PinIcon size={16} /> {where}
                </li>
              )}
              {available && (
                <li>
                  <ClockIcon size={16} /> {available}
                </li>
              )}
            </ul>
          )}
          {(marked || summary) && (
            <p className={classes.summary}>{marked ? <HighlightedText html={marked.html} /> : summary}</p>
          )}
          <TopicList topics={academic.topics} matched={matched} />
          {fit && !fit.eligible && <p className={classes.ruledOut}>{fit.ruledOutBy[0]}</p>}
          <CardFoot reasons={reasonsOf({ fit, highlights, matched })} about={name}>
            {academic.claimed && (
              <Link to="/requests/new" search={{ to: id }} className={classes.above}>
                Ask {academic.name}
              </Link>
            )}
            <CompareBox id={id} name={name} />
          </CardFoot>
        </div>
      </article>
    </li>
  );
};
