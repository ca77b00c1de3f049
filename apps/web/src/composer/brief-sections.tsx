import type { FieldErrors } from '../forms/errors';
import { AreaField, ManyOf, OneOf, placeModes, SelectField, sharesWith, TextField, TickField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { TopicPicker } from '../forms/topic-picker';
import { optionsOf, type Vocabularies } from '../forms/vocabularies';
import { NdaDetails } from '../inbox/nda-text';
import { BlindCheck } from './blind-check';
import type { BriefForm } from './brief-form';

interface Props {
  form: BriefForm;
  set: (changes: Partial<BriefForm>) => void;
  errors: FieldErrors;
  words: Vocabularies;
}

/** When a blind brief shows who is behind it. */
const revealMoments = [
  {
    code: 'nda',
    label: 'Once the other side has signed an NDA',
    detail: 'Both say yes, they sign a short confidentiality undertaking, and then each sees who the other is.',
  },
  {
    code: 'acceptance',
    label: 'As soon as both sides have said yes',
    detail: 'Nothing is signed first. Documents that you restrict still wait for an NDA.',
  },
];

/** Who offers it, what it is, and about which topics. */
export const NeedSection = ({
  form,
  set,
  errors,
  words,
  offerers,
  fixed,
}: Props & { offerers: { value: string; label: string }[]; fixed: boolean }) => {
  const own = offerers.find(({ value }) => value === form.organisationId)?.label;
  return (
    <section className={forms.group} aria-labelledby="need-title">
      <h2 id="need-title">What you need</h2>
      {!fixed && offerers.length > 1 && (
        <SelectField
          id="organisationId"
          label="Who offers it?"
          options={offerers}
          value={form.organisationId}
          onChange={(organisationId) => set({ organisationId })}
        />
      )}
      <SelectField
        id="opportunityType"
        label="What kind of work is it?"
        none="Choose"
        options={optionsOf(words.engagementTypes)}
        value={form.opportunityType}
        error={errors.opportunityType}
        onChange={(opportunityType) =>
          set({
            opportunityType,
            engagementTypes: form.engagementTypes.length > 0 ? form.engagementTypes : [opportunityType].filter(Boolean),
          })
        }
      />
      <TextField
        id="title"
        label="Title"
        hint="What is to be done and with what, such as: Nurse adviser for an inhaler sensor."
        maxLength={200}
        value={form.title}
        error={errors.title}
        onChange={(title) => set({ title })}
      />
      <AreaField
        id="summary"
        label="In one or two sentences (optional)"
        rows={2}
        most={1_000}
        value={form.summary}
        error={errors.summary}
        onChange={(summary) => set({ summary })}
      />
      <AreaField
        id="text"
        label="The whole of it"
        hint="What is to be done, with whom, and what the other side gets. Leave out what is confidential."
        rows={8}
        least={50}
        most={10_000}
        value={form.text}
        error={errors.text}
        onChange={(text) => set({ text })}
      />
      <TickField
        id="blind"
        label="Keep hidden who is behind it"
        checked={form.blind}
        onChange={(blind) => set({ blind })}
      />
      {form.blind && (
        <>
          <OneOf
            id="revealAfter"
            label="When are you named?"
            options={revealMoments}
            chosen={form.revealAfter}
            onChange={(revealAfter) => set({ revealAfter })}
          />
          {form.revealAfter === 'nda' && (
            <NdaDetails why="A request that you send about the brief, or your yes to one, agrees to this text for your side." />
          )}
        </>
      )}
      <BlindCheck form={form} names={own ? [own] : []} />
      <TopicPicker
        id="topics"
        label="Topics, most important first"
        error={errors.topics}
        chosen={form.topics}
        onChange={(topics) => set({ topics })}
      />
      <ManyOf
        id="sectors"
        label="Sectors"
        options={words.sectors}
        chosen={form.sectors}
        onChange={(sectors) => set({ sectors })}
      />
    </section>
  );
};

/** When, how long, where, and who pays. */
export const TermsSection = ({ form, set, errors, words }: Props) => (
  <section className={forms.group} aria-labelledby="terms-title">
    <h2 id="terms-title">Terms</h2>
    <div className={forms.pair}>
      <TextField
        id="deadline"
        type="date"
        label="Last day to ask (optional)"
        value={form.deadline}
        error={errors.deadline}
        onChange={(deadline) => set({ deadline })}
      />
      <TextField
        id="startsOn"
        type="date"
        label="Starts (optional)"
        value={form.startsOn}
        error={errors.startsOn}
        onChange={(startsOn) => set({ startsOn })}
      />
      <TextField
        id="lengthMonths"
        label="Months (optional)"
        inputMode="numeric"
        value={form.lengthMonths}
        error={errors.lengthMonths}
        onChange={(lengthMonths) => set({ lengthMonths: lengthMonths.replace(/\D/g, '') })}
      />
      <SelectField
        id="fte"
        label="Time (optional)"
        none="To be agreed"
        options={sharesWith(form.fte)}
        value={form.fte}
        error={errors.fte}
        onChange={(fte) => set({ fte })}
      />
      <SelectField
        id="placeMode"
        label="Place (optional)"
        none="To be agreed"
        options={placeModes}
        value={form.placeMode}
        onChange={(placeMode) => set({ placeMode })}
      />
      <SelectField
        id="region"
        label="Region (optional)"
        none="Anywhere"
        options={optionsOf(words.regions)}
        value={form.region}
        onChange={(region) => set({ region })}
      />
    </div>
    <TextField
      id="funding"
      label="Funding (optional)"
      hint="Who pays, and how: people look for this first."
      maxLength={300}
      value={form.funding}
      error={errors.funding}
      onChange={(funding) => set({ funding })}
    />
    <ManyOf
      id="engagementTypes"
      label="Ways of working together that would do"
      options={words.engagementTypes}
      chosen={form.engagementTypes}
      onChange={(engagementTypes) => set({ engagementTypes })}
    />
  </section>
);
