import { Link } from '@tanstack/react-router';
import { type FragmentType, unmask } from '../generated/fragment-masking';
import { FitFragmentDoc, OpportunitySummaryFragmentDoc } from '../generated/graphql';
import { HighlightedText } from '../search/highlighted-text';
import { useMatched } from '../search/matched-topics';
import { reasonsOf } from '../search/reasons';
import classes from '../search/result-card.module.css';
import { TopicList } from '../search/topic-list';
import { CardFoot } from '../search/why';
import { BriefIcon, ClockIcon, PinIcon } from '../theme/icons';
import { closing, lengthOf, placeOf, shareOfTime } from '../theme/words';

interface Props {
  node: FragmentType<typeof OpportunitySummaryFragmentDoc>;
  match?: FragmentType<typeof FitFragmentDoc> | null;
  highlights?: readonly { field: string; html: string }[];
}

/** One opportunity in a list. */
export const OpportunityCard = ({ node, match = null, highlights = [] }: Props) => {
  const opportunity = unmask(OpportunitySummaryFragmentDoc, node);
  const fit = unmask(FitFragmentDoc, match);
  const { id, title, summary, side, state, mine, blind, deadline, lengthMonths, fte, funding, place, topics } =
    opportunity;
  const matched = useMatched(topics, fit?.sharedTopics);
  const offered = opportunity.organisation?.name ?? opportunity.academic?.name;
  const by =
    offered ?? (blind ? 'Shown once both sides have agreed' : side === 'company' ? 'A company' : 'An academic');
  const where = placeOf(place);
  const time = [lengthMonths && lengthOf(lengthMonths), fte && shareOfTime(fte).toLowerCase()]
    .filter(Boolean)
    .join(', ');
  const marked = highlights.find(({ field, html }) => field === 'summary' && html.includes('<mark>'));
  return (
    <li>
      <article className={classes.card} aria-labelledby={`name-${id}`}>
        <div className={classes.initials} data-square aria-hidden="true">
          <BriefIcon size={22} />
        </div>
        <div className={classes.body}>
          <h2 className={classes.name} id={`name-${id}`}>
            <Link to="/opportunities/$id" params={{ id }}>
              {title}
            </Link>
          </h2>
          <p className={classes.role}>
            {opportunity.opportunityType.label}. Offered by: {by}
          </p>
          <ul className={classes.facts}>
            {deadline && (
              <li>
                <ClockIcon size={16} /> {closing(deadline)}
              </li>
            )}
            {where && (
              <li>
                <PinIcon size={16} /> {where}
              </li>
            )}
            {time && <li>{time}</li>}
            {funding && <li>{funding}</li>}
          </ul>
          {(marked || summary) && (
            <p className={classes.summary}>{marked ? <HighlightedText html={marked.html} /> : summary}</p>
          )}
          <TopicList topics={topics} matched={matched} />
          {fit && !fit.eligible && <p className={classes.ruledOut}>{fit.ruledOutBy[0]}</p>}
          <CardFoot reasons={reasonsOf({ fit, highlights, matched })} about={title}>
            {state === 'published' && !mine && (
              <Link
                to="/requests/new"
                search={{ opportunity: id }}
                className={classes.above}
                aria-label={`I am interested in ${title}`}
              >
                I am interested
              </Link>
            )}
          </CardFoot>
        </div>
      </article>
    </li>
  );
};
