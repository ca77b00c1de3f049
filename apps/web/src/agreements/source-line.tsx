import { type FragmentType, unmask } from '../generated/fragment-masking';
import { AgreementSourceFragmentDoc } from '../generated/graphql';
import classes from './agreements.module.css';

/** Where something is said; what no publication says is called usual practice. */
export const SourceLine = ({ source }: { source: FragmentType<typeof AgreementSourceFragmentDoc> }) => {
  const { title, url } = unmask(AgreementSourceFragmentDoc, source);
  return <small className={classes.source}>Source: {url ? <a href={url}>{title}</a> : title}</small>;
};
