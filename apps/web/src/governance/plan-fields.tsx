import type { FieldErrors } from '../forms/errors';
import { OneOf, SelectField, TextField, TickField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { optionsOf, type Vocabularies } from '../forms/vocabularies';
import type { GovernanceChoicesQuery } from '../generated/graphql';
import { type PlanForm, purposes } from './plan-form';

interface Props {
  plan: PlanForm;
  set: (changes: Partial<PlanForm>) => void;
  errors: FieldErrors;
  words: Vocabularies;
  choices: GovernanceChoicesQuery['governanceChoices'];
}

/** What the rules need to know. */
export const PlanFields = ({ plan, set, errors, words, choices }: Props) => {
  const inProgramme = plan.trainingStatus === 'in-programme';
  return (
    <>
      <section className={forms.group} aria-labelledby="who-title">
        <h2 id="who-title">You</h2>
        <div className={forms.pair}>
          <SelectField
            id="profession"
            label="Profession"
            value={plan.profession}
            options={optionsOf(words.professions)}
            error={errors.profession}
            onChange={(profession) => set({ profession })}
          />
          <SelectField
            id="trainingStatus"
            label="Training"
            value={plan.trainingStatus}
            options={optionsOf(words.trainingStatuses)}
            error={errors.trainingStatus}
            onChange={(trainingStatus) => set({ trainingStatus })}
          />
          <SelectField
            id="region"
            label="Training region"
            hint="Each publishes rules of its own."
            none="Not among these, or not known"
            value={plan.region}
            options={choices.trainingRegions.map(({ code, label }) => ({ value: code, label }))}
            error={errors.region}
            onChange={(region) => set({ region })}
          />
          {inProgramme && (
            <TextField
              id="nextArcpOn"
              label="Next annual review (ARCP), if you know it"
              type="date"
              value={plan.nextArcpOn}
              error={errors.nextArcpOn}
              onChange={(nextArcpOn) => set({ nextArcpOn })}
            />
          )}
        </div>
        <div>
          {inProgramme && (
            <>
              <TickField
                id="firstYear"
                label="It would fall into the first year of my programme"
                checked={plan.firstYear}
                onChange={(firstYear) => set({ firstYear })}
              />
              <TickField
                id="finalYear"
                label="It would fall into the final year"
                checked={plan.finalYear}
                onChange={(finalYear) => set({ finalYear })}
              />
            </>
          )}
          <TickField
            id="visaSponsored"
            label="My visa is sponsored by my employer or training region"
            checked={plan.visaSponsored}
            onChange={(visaSponsored) => set({ visaSponsored })}
          />
        </div>
      </section>
      <section className={forms.group} aria-labelledby="what-title">
        <h2 id="what-title">The time away</h2>
        <OneOf
          id="purpose"
          label="What for?"
          options={purposes}
          chosen={plan.purpose}
          error={errors.purpose}
          onChange={(purpose) => set({ purpose })}
        />
        <div className={forms.pair}>
          <TextField
            id="startsOn"
            label="First day"
            type="date"
            value={plan.startsOn}
            error={errors.startsOn}
            onChange={(startsOn) => set({ startsOn })}
          />
          <TextField
            id="endsOn"
            label="Last day"
            type="date"
            value={plan.endsOn}
            error={errors.endsOn}
            onChange={(endsOn) => set({ endsOn })}
          />
        </div>
        {inProgramme && (
          <TickField
            id="countsToTraining"
            label="It should count towards my training"
            checked={plan.countsToTraining}
            onChange={(countsToTraining) => set({ countsToTraining })}
          />
        )}
      </section>
    </>
  );
};
