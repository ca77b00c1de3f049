import classes from './sign-offs.module.css';

interface Rule {
  text: string;
  source: string;
  sourced: boolean;
}

/** The rules that an approval rests on, each with where it is written. */
export const RuleList = ({ rules }: { rules: readonly Rule[] }) => (
  <ul className={classes.rules}>
    {rules.map(({ text, source, sourced }) => (
      <li key={text}>
        {text} <small>{sourced ? source : `${source} (known from practice, its source is yet to be checked)`}</small>
      </li>
    ))}
  </ul>
);
