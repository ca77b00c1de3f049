import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './forms.module.css';

interface Common {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
}

interface TextFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date' | 'email' | 'url' | 'number' | 'datetime-local';
  maxLength?: number;
  autoComplete?: string;
  short?: boolean;
  min?: string;
  max?: string;
  inputMode?: 'numeric' | 'text';
  /** The id of a datalist with likely values. */
  list?: string;
}

/** One line of text, a day or a number. */
export const TextField = ({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  type = 'text',
  short,
  ...rest
}: TextFieldProps) => (
  <TextInput
    id={id}
    name={id}
    label={label}
    description={hint}
    error={error}
    type={type}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    size="md"
    className={short ? classes.short : undefined}
    maw={short ? undefined : '40rem'}
    {...rest}
  />
);

interface AreaFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  /** Says how many characters there are, and how many there may be. */
  most?: number;
  least?: number;
}

const countOf = (length: number, least: number, most: number) => {
  const number = (count: number) => count.toLocaleString('en-GB');
  if (length === 0 && least > 0) return `${number(least)} to ${number(most)} characters`;
  if (length < least) return `${number(least - length)} more characters needed, of at least ${number(least)}`;
  if (length > most) return `${number(length - most)} characters too many`;
  return `${number(length)} of at most ${number(most)} characters`;
};

/** Several lines of text, with what it may hold. */
export const AreaField = ({ id, label, hint, error, value, onChange, rows = 4, most, least = 0 }: AreaFieldProps) => {
  const { length } = value.trim();
  // Counted where it matters: a field that may stay empty says nothing until it is nearly full.
  const counts = most !== undefined && (least > 0 || length > most * 0.8);
  return (
    <div style={{ maxWidth: '46rem' }}>
      <Textarea
        id={id}
        name={id}
        label={label}
        description={hint}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        size="md"
        rows={rows}
        styles={{ input: { resize: 'vertical' } }}
        aria-describedby={
          [hint && `${id}-description`, error && `${id}-error`, counts && `${id}-count`].filter(Boolean).join(' ') ||
          undefined
        }
      />
      {counts && (
        <p
          id={`${id}-count`}
          className={classes.counter}
          data-off={(length > 0 && length < least) || length > most || undefined}
        >
          {countOf(length, least, most)}
        </p>
      )}
    </div>
  );
};

export interface Option {
  value: string;
  label: string;
}

interface SelectFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  options: Option[];
  /** What choosing nothing is called. */
  none?: string;
  short?: boolean;
}

/** One of a list. */
export const SelectField = ({ id, label, hint, error, value, onChange, options, none, short }: SelectFieldProps) => (
  <NativeSelect
    id={id}
    name={id}
    label={label}
    description={hint}
    error={error}
    value={value}
    size="md"
    maw={short ? '18rem' : '40rem'}
    data={[...(none === undefined ? [] : [{ value: '', label: none }]), ...options]}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

interface ChoicesProps extends Common {
  options: readonly { code: string; label: string; detail?: string }[];
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}

const Legend = ({ id, label, hint, error }: Common) => (
  <>
    <legend>{label}</legend>
    {hint && (
      <p className={classes.hint} id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p className={classes.error} id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
);

/** Any of a list. */
export const ManyOf = ({ id, label, hint, error, options, chosen, onChange }: ChoicesProps) => (
  <fieldset className={classes.choices} id={id} tabIndex={-1}>
    <Legend id={id} label={label} hint={hint} error={error} />
    <div className={classes.columns}>
      {options.map(({ code, label: name }) => (
        <label key={code} className={classes.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={() =>
              onChange(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code])
            }
          />
          {name}
        </label>
      ))}
    </div>
  </fieldset>
);

interface OneOfProps extends Common {
  options: readonly { code: string; label: string; detail?: string }[];
  chosen: string;
  onChange: (code: string) => void;
}

/** One of a few, each with room for a word about it. */
export const OneOf = ({ id, label, hint, error, options, chosen, onChange }: OneOfProps) => (
  <fieldset className={classes.choices} id={id} tabIndex={-1}>
    <Legend id={id} label={label} hint={hint} error={error} />
    <div className={classes.columns}>
      {options.map(({ code, label: name, detail }) => (
        <label key={code} className={classes.card}>
          <input
            type="radio"
            name={id}
            value={code}
            checked={chosen === code}
            onChange={() => onChange(code)}
            aria-describedby={error ? `${id}-error` : undefined}
          />
          <span>
            {name}
            {detail && <small>{detail}</small>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);

/** One thing to agree to, or not. */
export const TickField = ({
  id,
  label,
  checked,
  onChange,
  error,
}: {
  id: string;
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  error?: string;
}) => (
  <div>
    {error && (
      <p className={classes.error} id={`${id}-error`}>
        {error}
      </p>
    )}
    <label className={classes.choice}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  </div>
);

/** Shares of full time, as days a week. */
export const shares: Option[] = [
  { value: '0.1', label: 'Half a day a week' },
  { value: '0.2', label: 'One day a week' },
  { value: '0.4', label: 'Two days a week' },
  { value: '0.6', label: 'Three days a week' },
  { value: '0.8', label: 'Four days a week' },
  { value: '1', label: 'Full time' },
];

/** The shares, with one that was set elsewhere among them. */
export const sharesWith = (value: string): Option[] =>
  value === '' || shares.some((share) => share.value === value)
    ? shares
    : [...shares, { value, label: `${(Number(value) * 5).toLocaleString('en-GB')} days a week` }];

export const placeModes: Option[] = [
  { value: 'on-site', label: 'On site' },
  { value: 'hybrid', label: 'Partly remote' },
  { value: 'remote', label: 'Remote' },
];
