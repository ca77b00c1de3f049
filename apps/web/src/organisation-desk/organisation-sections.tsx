import type { FieldErrors } from '../forms/errors';
import { AreaField, ManyOf, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { TopicPicker } from '../forms/topic-picker';
import { optionsOf, type Vocabularies } from '../forms/vocabularies';
import type { OrganisationForm } from './organisation-form';

interface Props {
  form: OrganisationForm;
  set: (changes: Partial<OrganisationForm>) => void;
  errors: FieldErrors;
  words: Vocabularies;
  /** What was said at the registration stays. */
  fixedType?: boolean;
}

const sizes = [
  { value: 'micro', label: 'Micro (fewer than 10 people)' },
  { value: 'small', label: 'Small (10 to 49 people)' },
  { value: 'medium', label: 'Medium (50 to 249 people)' },
  { value: 'large', label: 'Large (250 people or more)' },
];

export const WhoSection = ({ form, set, errors, words, fixedType }: Props) => {
  const segments = words.segments.filter(({ parent }) => !form.sector || parent === form.sector);
  return (
    <section className={forms.group} aria-labelledby="org-who">
      <h2 id="org-who">Who you are</h2>
      <TextField
        id="name"
        label="Name of the organisation"
        autoComplete="organization"
        value={form.name}
        error={errors.name}
        onChange={(name) => set({ name })}
      />
      <div className={forms.pair}>
        {!fixedType && (
          <SelectField
            id="type"
            label="Kind"
            options={optionsOf(words.organisationTypes)}
            value={form.type}
            error={errors.type}
            onChange={(type) => set({ type })}
          />
        )}
        {form.type === 'company' && (
          <>
            <SelectField
              id="sector"
              label="Sector (optional)"
              none="Not stated"
              options={optionsOf(words.sectors)}
              value={form.sector}
              error={errors.sector}
              onChange={(sector) => set({ sector, segment: '' })}
            />
            {segments.length > 0 && (
              <SelectField
                id="segment"
                label="Segment (optional)"
                none="Not stated"
                options={optionsOf(segments)}
                value={form.segment}
                error={errors.segment}
                onChange={(segment) => set({ segment })}
              />
            )}
          </>
        )}
        <SelectField
          id="size"
          label="Size (optional)"
          none="Not stated"
          options={sizes}
          value={form.size}
          onChange={(size) => set({ size })}
        />
        <TextField
          id="established"
          label="Established in (optional)"
          inputMode="numeric"
          maxLength={4}
          value={form.established}
          error={errors.established}
          onChange={(established) => set({ established: established.replace(/\D/g, '') })}
        />
      </div>
      <div className={forms.pair}>
        <TextField
          id="website"
          type="url"
          label="Website (optional)"
          hint="It is looked at when you are verified."
          value={form.website}
          error={errors.website}
          onChange={(website) => set({ website })}
        />
        <TextField
          id="registerNumber"
          label="Company number (optional)"
          hint="Eight characters, such as 01234567."
          maxLength={8}
          value={form.registerNumber}
          error={errors.registerNumber}
          onChange={(registerNumber) => set({ registerNumber })}
        />
        <TextField
          id="rorId"
          label="ROR identifier (optional)"
          hint="Of universities and institutes."
          maxLength={40}
          value={form.rorId}
          error={errors.rorId}
          onChange={(rorId) => set({ rorId })}
        />
      </div>
      <div className={forms.pair}>
        <TextField id="city" label="Town or city (optional)" value={form.city} onChange={(city) => set({ city })} />
        <SelectField
          id="region"
          label="Region (optional)"
          none="Not stated"
          options={optionsOf(words.regions)}
          value={form.region}
          onChange={(region) => set({ region })}
        />
        <SelectField
          id="nation"
          label="Nation (optional)"
          none="Not stated"
          options={optionsOf(words.nations)}
          value={form.nation}
          onChange={(nation) => set({ nation })}
        />
      </div>
    </section>
  );
};

export const SeeksSection = ({ form, set, errors, words }: Props) => (
  <section className={forms.group} aria-labelledby="org-seeks">
    <h2 id="org-seeks">What you do and look for</h2>
    <AreaField
      id="summary"
      label="Summary"
      hint="What you make or do, and for which patients."
      most={4_000}
      value={form.summary}
      error={errors.summary}
      onChange={(summary) => set({ summary })}
    />
    <AreaField
      id="lookingFor"
      label="What you look for in a partner"
      most={4_000}
      value={form.lookingFor}
      error={errors.lookingFor}
      onChange={(lookingFor) => set({ lookingFor })}
    />
    <TopicPicker id="topics" chosen={form.topics} error={errors.topics} onChange={(topics) => set({ topics })} />
    <ManyOf
      id="engagementTypes"
      label="Ways of working together that you offer"
      options={words.engagementTypes}
      chosen={form.engagementTypes}
      onChange={(engagementTypes) => set({ engagementTypes })}
    />
  </section>
);
