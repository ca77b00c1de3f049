import { Link } from '@tanstack/react-router';
import { type FragmentType, unmask } from '../generated/fragment-masking';
import { FitFragmentDoc, OrganisationSummaryFragmentDoc } from '../generated/graphql';
import { HighlightedText } from '../search/highlighted-text';
import { initialsOf, useMatched } from '../search/matched-topics';
import { reasonsOf } from '../search/reasons';
import classes from '../search/result-card.module.css';
import { TopicList } from '../search/topic-list';
import { CardFoot } from '../search/why';
import { CheckIcon, PinIcon } from '../theme/icons';
import { placeOf } from '../theme/words';

interface Props {
  node: FragmentType<typeof OrganisationSummaryFragmentDoc>;
  match?: FragmentType<typeof FitFragmentDoc> | null;
  highlights?: readonly { field: string; html: string }[];
}

/** One organisation in a list. */
export const OrganisationCard = ({ node, match = null, highlights = [] }: Props) => {
  const organisation = unmask(OrganisationSummaryFragmentDoc, node);
  const fit = unmask(FitFragmentDoc, match);
  const { id, name, type, sector, place, summary, lookingFor, verification, topics } = organisation;
  const matched = useMatched(topics, fit?.sharedTopics);
  const where = placeOf(place);
  const marked = highlights.find(({ field, html }) => field === 'summary' && html.includes('<mark>'));
  return (
    <li>
      <article className={classes.card} aria-labelledby={`name-${id}`}>
        <div className={classes.initials} data-square aria-hidden="true">
          {initialsOf(name)}
        </div>
        <div className={classes.body}>
          <h2 className={classes.name} id={`name-${id}`}>
            <Link to="/organisations/$id" params={{ id }}>
              {name}
            </Link>
          </h2>
          <p className={classes.role}>{[type.label, sector?.label].filter(Boolean).join(', ')}</p>
          <ul className={classes.facts}>
            {where && (
              <li>
                <PinIcon size={16} /> {where}
              </li>
            )}
            {verification === 'verified' && (
              <li>
                <CheckIcon size={16} /> Verified
              </li>
            )}
          </ul>
          {(marked || summary || lookingFor) && (
            <p className={classes.summary}>
              {marked ? <HighlightedText html={marked.html} /> : summary || `Looks for: ${lookingFor}`}
            </p>
          )}
          <TopicList topics={topics} matched={matched} />
          {fit && !fit.eligible && <p className={classes.ruledOut}>{fit.ruledOutBy[0]}</p>}
          <CardFoot reasons={reasonsOf({ fit, highlights, matched })} about={name} />
        </div>
      </article>
    </li>
  );
};
