import { Button } from '@mantine/core';
import { AreaField, SelectField, TextField, TickField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { newId } from '../requests/draft';
import classes from './me.module.css';
import type { WorkForm } from './profile-form';
import type { SectionProps } from './profile-sections';

const kinds = [
  { value: 'publication', label: 'Publication' },
  { value: 'trial', label: 'Trial' },
  { value: 'product', label: 'Product' },
  { value: 'other', label: 'Other work' },
];

const blank = (): WorkForm => ({
  key: newId(),
  kind: 'publication',
  title: '',
  year: '',
  venue: '',
  identifier: '',
  abstract: '',
  featured: false,
});

/** Publications, trials and products: each opens to be changed. */
export const WorksSection = ({ form, set, errors }: SectionProps) => {
  const change = (key: string, changes: Partial<WorkForm>) =>
    set({ works: form.works.map((work) => (work.key === key ? { ...work, ...changes } : work)) });
  return (
    <section className={forms.group} aria-labelledby="works-title" id="works" tabIndex={-1}>
      <h2 id="works-title">Evidence</h2>
      <p className={forms.lead}>
        Publications, trials and products: their words are searched, and they are shown as the reason for a match.
      </p>
      {errors.works && <p className={forms.error}>{errors.works}</p>}
      <ul className={classes.works}>
        {form.works.map((work, index) => (
          <li key={work.key}>
            <details open={work.title === '' || undefined}>
              <summary>
                {work.title || `New work ${index + 1}`}
                {work.year && <span className="quiet"> ({work.year})</span>}
              </summary>
              <div className={classes.work}>
                <TextField
                  id={`title-${work.key}`}
                  label="Title"
                  maxLength={1_000}
                  value={work.title}
                  onChange={(title) => change(work.key, { title })}
                />
                <div className={forms.pair}>
                  <SelectField
                    id={`kind-${work.key}`}
                    label="Kind"
                    options={kinds}
                    value={work.kind}
                    onChange={(kind) => change(work.key, { kind })}
                  />
                  <TextField
                    id={`year-${work.key}`}
                    label="Year (optional)"
                    inputMode="numeric"
                    maxLength={4}
                    value={work.year}
                    onChange={(year) => change(work.key, { year: year.replace(/\D/g, '') })}
                  />
                  <TextField
                    id={`venue-${work.key}`}
                    label="Where it appeared (optional)"
                    maxLength={300}
                    value={work.venue}
                    onChange={(venue) => change(work.key, { venue })}
                  />
                  <TextField
                    id={`identifier-${work.key}`}
                    label="DOI or trial number (optional)"
                    maxLength={200}
                    value={work.identifier}
                    onChange={(identifier) => change(work.key, { identifier })}
                  />
                </div>
                <AreaField
                  id={`abstract-${work.key}`}
                  label="Abstract (optional)"
                  rows={3}
                  most={10_000}
                  value={work.abstract}
                  onChange={(abstract) => change(work.key, { abstract })}
                />
                <TickField
                  id={`featured-${work.key}`}
                  label="Show it first"
                  checked={work.featured}
                  onChange={(featured) => change(work.key, { featured })}
                />
                <div>
                  <Button
                    variant="default"
                    onClick={() => set({ works: form.works.filter(({ key }) => key !== work.key) })}
                    aria-label={`Remove ${work.title || 'this work'}`}
                  >
                    Remove
                  </Button>
                </div>
              </div>
            </details>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" onClick={() => set({ works: [...form.works, blank()] })}>
          Add a work
        </Button>
      </div>
    </section>
  );
};
