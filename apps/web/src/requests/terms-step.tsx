import type { FieldErrors } from '../forms/errors';
import { AreaField, placeModes, SelectField, sharesWith, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import type { Draft, DraftTerms } from './draft';

interface Props {
  draft: Draft;
  errors: FieldErrors;
  change: (changes: Partial<Draft>) => void;
}

/** What is paid for or shared needs a word on money; mentoring and the like do not. */
const withoutMoney = new Set(['mentoring', 'training-or-cpd']);

/** When, how long, how much, where and who pays: everything may stay open. */
export const TermsStep = ({ draft, errors, change }: Props) => {
  const { terms } = draft;
  const set = (changes: Partial<DraftTerms>) => change({ terms: { ...terms, ...changes } });
  return (
    <>
      <p className={forms.lead}>
        Say what you know already. Everything here may stay open: clear terms get quicker answers.
      </p>
      <div className={forms.pair}>
        <TextField
          id="startsOn"
          label="Start (optional)"
          type="date"
          value={terms.startsOn}
          error={errors.startsOn}
          onChange={(startsOn) => set({ startsOn })}
        />
        <TextField
          id="lengthMonths"
          label="Length in months (optional)"
          inputMode="numeric"
          value={terms.lengthMonths}
          error={errors.lengthMonths}
          onChange={(lengthMonths) => set({ lengthMonths })}
        />
        <SelectField
          id="fte"
          label="How much time (optional)"
          none="To be agreed"
          options={sharesWith(terms.fte)}
          value={terms.fte}
          onChange={(fte) => set({ fte })}
        />
        <SelectField
          id="placeMode"
          label="Where (optional)"
          none="To be agreed"
          options={placeModes}
          value={terms.placeMode}
          onChange={(placeMode) => set({ placeMode })}
        />
      </div>
      {!withoutMoney.has(draft.type) && (
        <TextField
          id="funding"
          label="Funding (optional)"
          hint="Who would pay, and how: a day rate, backfill for the employer, a grant."
          value={terms.funding}
          error={errors.funding}
          maxLength={600}
          onChange={(funding) => set({ funding })}
        />
      )}
      <AreaField
        id="note"
        label="Anything else about the terms (optional)"
        hint="For example confidentiality, intellectual property, or what your employer has to agree to. Leave out what is secret."
        value={terms.note}
        error={errors.note}
        rows={3}
        most={1_000}
        onChange={(note) => set({ note })}
      />
    </>
  );
};
