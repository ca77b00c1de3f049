import classes from './search.module.css';
import { type SearchState, toggled } from './search-state';

interface Props {
  state: SearchState;
  understood: { brief: boolean; topics: readonly { code: string; label: string }[] };
  onChange: (state: SearchState) => void;
}

/** The topics that the words name: each can become a filter with one press. */
export const UnderstoodTopics = ({ state, understood, onChange }: Props) => {
  const topics = understood.topics.filter(({ code }) => !state.topics?.includes(code)).slice(0, 6);
  if (topics.length === 0) return null;
  return (
    <div className={classes.understood}>
      <span>{understood.brief ? 'Your text names these topics. Must they have one?' : 'Only with the topic:'}</span>
      {topics.map(({ code, label }) => (
        <button
          key={code}
          type="button"
          className={classes.suggested}
          onClick={() => onChange(toggled(state, 'topics', code))}
        >
          {label}
        </button>
      ))}
    </div>
  );
};
