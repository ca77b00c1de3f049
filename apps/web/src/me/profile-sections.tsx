import type { FieldErrors } from '../forms/errors';
import { AreaField, ManyOf, placeModes, SelectField, sharesWith, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { OrganisationPicker } from '../forms/organisation-picker';
import { TopicPicker } from '../forms/topic-picker';
import { optionsOf, type Vocabularies } from '../forms/vocabularies';
import type { ProfileForm } from './profile-form';

export interface SectionProps {
  form: ProfileForm;
  set: (changes: Partial<ProfileForm>) => void;
  errors: FieldErrors;
  words: Vocabularies;
}

export const WhoSection = ({ form, set, errors, words }: SectionProps) => (
  <section className={forms.group} aria-labelledby="who">
    <h2 id="who">Who you are</h2>
    <div className={forms.pair}>
      <TextField
        id="honorific"
        label="Title (optional)"
        short
        value={form.honorific}
        onChange={(honorific) => set({ honorific })}
      />
      <TextField
        id="givenName"
        label="Given names"
        autoComplete="given-name"
        value={form.givenName}
        error={errors.givenName}
        onChange={(givenName) => set({ givenName })}
      />
      <TextField
        id="familyName"
        label="Family name"
        autoComplete="family-name"
        value={form.familyName}
        error={errors.familyName}
        onChange={(familyName) => set({ familyName })}
      />
    </div>
    <div className={forms.pair}>
      <SelectField
        id="profession"
        label="Profession"
        none="Choose your profession"
        options={optionsOf(words.professions)}
        value={form.profession}
        error={errors.profession}
        onChange={(profession) => set({ profession })}
      />
      <TextField
        id="specialty"
        label="Specialty (optional)"
        value={form.specialty}
        error={errors.specialty}
        onChange={(specialty) => set({ specialty })}
      />
      <TextField
        id="jobTitle"
        label="Job title (optional)"
        autoComplete="organization-title"
        value={form.jobTitle}
        error={errors.jobTitle}
        onChange={(jobTitle) => set({ jobTitle })}
      />
      <SelectField
        id="careerStage"
        label="Career stage (optional)"
        none="Not stated"
        options={optionsOf(words.careerStages)}
        value={form.careerStage}
        error={errors.careerStage}
        onChange={(careerStage) => set({ careerStage })}
      />
      <SelectField
        id="trainingStatus"
        label="Training (optional)"
        none="Not stated"
        options={optionsOf(words.trainingStatuses)}
        value={form.trainingStatus}
        error={errors.trainingStatus}
        onChange={(trainingStatus) => set({ trainingStatus })}
      />
      <SelectField
        id="regulator"
        label="Regulator (optional)"
        none="Not stated"
        options={optionsOf(words.regulators)}
        value={form.regulator}
        error={errors.regulator}
        onChange={(regulator) => set({ regulator })}
      />
    </div>
    <TextField
      id="registrationNumber"
      label="Registration number (optional)"
      hint="Never shown to others. Leave it empty to keep the one you gave."
      short
      value={form.registrationNumber}
      error={errors.registrationNumber}
      onChange={(registrationNumber) => set({ registrationNumber })}
    />
  </section>
);

export const WhereSection = ({ form, set, errors, words }: SectionProps) => (
  <section className={forms.group} aria-labelledby="where">
    <h2 id="where">Where you work</h2>
    <div className={forms.pair}>
      <OrganisationPicker
        id="employer"
        label="Employer in practice (optional)"
        chosen={form.employer}
        onChange={(employer) => set({ employer })}
      />
      <OrganisationPicker
        id="university"
        label="University (optional)"
        chosen={form.university}
        onChange={(university) => set({ university })}
      />
    </div>
    <div className={forms.pair}>
      <TextField
        id="city"
        label="Town or city (optional)"
        value={form.city}
        error={errors.city}
        onChange={(city) => set({ city })}
      />
      <SelectField
        id="region"
        label="Region (optional)"
        none="Not stated"
        options={optionsOf(words.regions)}
        value={form.region}
        error={errors.region}
        onChange={(region) => set({ region })}
      />
      <SelectField
        id="nation"
        label="Nation (optional)"
        none="Not stated"
        options={optionsOf(words.nations)}
        value={form.nation}
        error={errors.nation}
        onChange={(nation) => set({ nation })}
      />
    </div>
  </section>
);

export const WorkSection = ({ form, set, errors }: SectionProps) => (
  <section className={forms.group} aria-labelledby="what">
    <h2 id="what">What you do</h2>
    <AreaField
      id="summary"
      label="Summary"
      hint="Two or three sentences for somebody outside your field: the people you look after, what you study, and with what."
      value={form.summary}
      error={errors.summary}
      most={4_000}
      onChange={(summary) => set({ summary })}
    />
    <TopicPicker
      id="topics"
      label="Topics, most important first"
      error={errors.topics}
      chosen={form.topics}
      onChange={(topics) => set({ topics })}
    />
    <AreaField
      id="methods"
      label="Methods (optional)"
      hint="One a line, such as: cohort studies."
      rows={3}
      value={form.methods}
      error={errors.methods}
      onChange={(methods) => set({ methods })}
    />
  </section>
);

export const TogetherSection = ({ form, set, errors, words }: SectionProps) => (
  <section className={forms.group} aria-labelledby="together">
    <h2 id="together">Working together</h2>
    <ManyOf
      id="engagementTypes"
      label="How would you like to work with a partner?"
      error={errors.engagementTypes}
      options={words.engagementTypes}
      chosen={form.engagementTypes}
      onChange={(engagementTypes) => set({ engagementTypes })}
    />
    <ManyOf
      id="sectors"
      label="Sectors that interest you"
      error={errors.sectors}
      options={words.sectors}
      chosen={form.sectors}
      onChange={(sectors) => set({ sectors })}
    />
    <AreaField
      id="offer"
      label="What you offer (optional)"
      rows={3}
      most={4_000}
      value={form.offer}
      error={errors.offer}
      onChange={(offer) => set({ offer })}
    />
    <AreaField
      id="want"
      label="What you look for (optional)"
      rows={3}
      most={4_000}
      value={form.want}
      error={errors.want}
      onChange={(want) => set({ want })}
    />
    <AreaField
      id="workingStyle"
      label="How you like to work (optional)"
      rows={2}
      most={4_000}
      value={form.workingStyle}
      error={errors.workingStyle}
      onChange={(workingStyle) => set({ workingStyle })}
    />
    <AreaField
      id="industryExperience"
      label="Experience with industry (optional)"
      rows={2}
      most={4_000}
      value={form.industryExperience}
      error={errors.industryExperience}
      onChange={(industryExperience) => set({ industryExperience })}
    />
    <div className={forms.pair}>
      <TextField
        id="availableFrom"
        type="date"
        label="Available from (optional)"
        value={form.availableFrom}
        error={errors.availableFrom}
        onChange={(availableFrom) => set({ availableFrom })}
      />
      <SelectField
        id="availableFte"
        label="How much (optional)"
        none="Not stated"
        options={sharesWith(form.availableFte)}
        value={form.availableFte}
        error={errors.availableFte}
        onChange={(availableFte) => set({ availableFte })}
      />
      <SelectField
        id="placeMode"
        label="Place of work (optional)"
        none="Not stated"
        options={placeModes}
        value={form.placeMode}
        error={errors.placeMode}
        onChange={(placeMode) => set({ placeMode })}
      />
    </div>
  </section>
);
