import { type FragmentType, unmask } from '../generated/fragment-masking';
import { CitedRuleTextFragmentDoc } from '../generated/graphql';
import classes from './governance.module.css';

interface Props {
  rule: FragmentType<typeof CitedRuleTextFragmentDoc>;
  /** What was said already: the rule's own words are left out where they are the same. */
  said: string;
}

/** The rule behind a line: its words where they say more, who has published it, and whether that was checked. */
export const RuleSource = ({ rule, said }: Props) => {
  const { text, source, sourceUrl, sourced } = unmask(CitedRuleTextFragmentDoc, rule);
  return (
    <span className={classes.source}>
      {!said.includes(text) && <span className={classes.quoted}>{text} </span>}
      {sourced ? 'Source: ' : 'Not yet sourced: '}
      {sourceUrl ? (
        <a href={sourceUrl} rel="noreferrer">
          {source}
        </a>
      ) : (
        source
      )}
      .
    </span>
  );
};
