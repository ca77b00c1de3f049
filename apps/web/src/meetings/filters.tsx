import { SelectField } from '../forms/fields';
import { optionsOf } from '../forms/vocabularies';
import classes from './meetings.module.css';

type Chosen<Name extends string> = Partial<Record<Name, string | undefined>>;

interface Props<Name extends string> {
  /** What is filtered, for those who do not see it. */
  label: string;
  filters: readonly { name: Name; label: string; none: string; terms: Parameters<typeof optionsOf>[0] | undefined }[];
  chosen: Chosen<Name>;
  choose: (name: Name, code: string | undefined) => void;
}

/** Choices of one each that narrow a list; they are part of its address. */
export const Filters = <Name extends string>({ label, filters, chosen, choose }: Props<Name>) => (
  <search className={classes.filters} aria-label={label}>
    {filters.map(({ name, label: about, none, terms }) => (
      <SelectField
        key={name}
        id={name}
        label={about}
        none={none}
        value={chosen[name] ?? ''}
        options={optionsOf(terms ?? [])}
        onChange={(code) => choose(name, code || undefined)}
      />
    ))}
  </search>
);
