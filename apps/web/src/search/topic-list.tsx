import classes from './result-card.module.css';

interface Topic {
  code: string;
  label: string;
}

/** How many topics a card shows. */
const shownTopics = 5;

/** The topics of a result: those that were asked for come first and stand out. */
export const TopicList = ({ topics, matched }: { topics: readonly Topic[]; matched: readonly Topic[] }) => {
  const wanted = new Set(matched.map(({ code }) => code));
  const ordered = [...matched, ...topics.filter(({ code }) => !wanted.has(code))];
  if (ordered.length === 0) return null;
  const more = ordered.length - shownTopics;
  return (
    <ul className={classes.topics} aria-label="Topics">
      {ordered.slice(0, shownTopics).map(({ code, label }) => (
        <li key={code} className={classes.topic} data-matched={wanted.has(code) || undefined}>
          {label}
        </li>
      ))}
      {more > 0 && <li className={classes.topic}>and {more} more</li>}
    </ul>
  );
};
