import { NativeSelect } from '@mantine/core';
import { SelectField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import classes from './me.module.css';
import { visibleFields } from './profile-form';

interface Props {
  visibility: string;
  setVisibility: (visibility: string) => void;
  fields: Record<string, string>;
  setFields: (fields: Record<string, string>) => void;
}

const readers = [
  { value: 'public', label: 'Everybody' },
  { value: 'members', label: 'Signed-in people' },
  { value: 'only-me', label: 'Only me' },
];

/** Who reads the profile, and each part of it. */
export const VisibilitySection = ({ visibility, setVisibility, fields, setFields }: Props) => (
  <section className={forms.group} aria-labelledby="visibility-title">
    <h2 id="visibility-title">Who sees what</h2>
    <SelectField
      id="visibility"
      label="The whole profile"
      hint="A hidden profile is in no list, and nobody can be asked through it."
      options={[
        { value: 'public', label: 'Everybody may see it' },
        { value: 'members', label: 'Signed-in people only' },
        { value: 'hidden', label: 'Hidden' },
      ]}
      value={visibility}
      onChange={setVisibility}
      short
    />
    <details>
      <summary>Choose for each part</summary>
      <table className={classes.visibility}>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Who sees it</th>
          </tr>
        </thead>
        <tbody>
          {visibleFields.map(([field, label]) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>
                <NativeSelect
                  aria-label={`Who sees: ${label}`}
                  data={readers}
                  value={fields[field] ?? 'public'}
                  onChange={(event) => setFields({ ...fields, [field]: event.currentTarget.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </section>
);
