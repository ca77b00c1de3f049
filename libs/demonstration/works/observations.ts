import { capital, inWords, voicesOf, withCommas } from '../language.js';
import { saying } from '../random.js';
import { effectInWords, effectOn } from './results.js';
import { type Design, participants, type Study } from './study.js';

const per = (value: number) => value.toFixed(0);

/** People followed in records or registers, treated or exposed one way or another. */
export const cohort: Design = {
  name: 'cohort',
  kind: 'publication',
  titles: [
    (s) => `${capital(s.treatment)} and ${s.outcome.name} in ${s.population}: a cohort study`,
    (s) =>
      `Outcomes of ${s.treatment} in everyday practice: ${s.population} followed for ${inWords(s.random.whole(2, 6))} years`,
    (s) => `${capital(s.treatment)} compared with ${s.against}: a target trial emulation`,
    (s) => `Who receives ${s.treatment}, and what happens next? Linked data on ${s.population}`,
  ],
  parts: (s) => {
    const { random } = s;
    const people = withCommas(participants(s, 900, 38_000));
    const effect = effectOn(s.outcome, random);
    const poorest = random.whole(18, 46);
    const caveat = saying(random, [
      () => `People in the most deprived fifth were ${poorest}% less likely to receive it.`,
      () => 'Negative control outcomes showed little residual confounding.',
      () => 'Estimates moved little after adjustment for frailty and earlier service use.',
      () => `Results were similar in women and men, but less certain in people aged over 80.`,
      () => 'Missing data were handled by multiple imputation, with the same conclusion.',
    ]);
    return {
      aim: saying(random, [
        () => `Trials leave open ${s.ask}.`,
        () => `We used routine data to ask ${s.ask}.`,
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `We followed ${people} ${s.population} ${s.setting} and compared ${s.treatment} with ${s.against}, adjusting for measured differences. The outcome was ${s.outcome.name}.`,
        () =>
          `Records of ${people} ${s.population} were linked across care settings. The protocol, registered in advance, emulated a trial of ${s.treatment} against ${s.against}.`,
        () =>
          `From ${s.year - random.whole(4, 9)} to ${s.year - 1}, ${people} ${s.population} entered the cohort. We compared ${s.treatment} with ${s.against} by inverse probability weighting.`,
      ]),
      results: `${capital(effectInWords(effect, s.treatment, random))}. ${caveat}`,
      conclusion: effect.convincing
        ? saying(random, [
            () => `Outside trials, too, ${s.treatment} went with better results for ${s.population}.`,
            () => 'The association is consistent with benefit, and a randomised comparison is justified.',
            () => `The gap in who receives ${s.treatment} now matters more than the average effect.`,
          ])
        : saying(random, [
            () => `We saw no clear association between ${s.treatment} and ${s.outcome.name}.`,
            () => 'Routine data alone will not settle the matter; a trial is needed.',
            () => 'Differences between services explained most of what had looked like an effect.',
          ]),
    };
  },
};

/** A test set against a reference standard. */
export const accuracy: Design = {
  name: 'diagnostic accuracy',
  kind: 'publication',
  titles: [
    (s) => `Accuracy of ${s.treatment} in ${s.population}: a prospective study`,
    (s) => `${capital(s.treatment)} against ${s.against}: paired accuracy study in ${s.population}`,
    (s) => `How well does ${s.treatment} perform ${s.setting}?`,
    (s) => `${capital(s.treatment)} for ${s.population}: diagnostic accuracy and what clinicians did with the result`,
  ],
  parts: (s) => {
    const { random } = s;
    const people = participants(s, 210, 1900);
    const sensitivity = random.whole(74, 96);
    const specificity = random.whole(70, 97);
    const spread = random.whole(2, 6);
    const comparator = sensitivity - random.whole(4, 22);
    const changed = random.whole(8, 34);
    return {
      aim: saying(random, [
        () => `We asked ${s.ask}.`,
        () => `We compared ${s.treatment} with ${s.against} under ordinary conditions.`,
        () => `Published figures for ${s.treatment} come from selected samples.`,
      ]),
      methods: saying(random, [
        () =>
          `Consecutive ${s.population} (n = ${withCommas(people)}) had both ${s.treatment} and ${s.against} ${s.setting}. The reference was a final diagnosis agreed by ${inWords(random.whole(2, 3))} clinicians who did not know the result.`,
        () =>
          `${withCommas(people)} ${s.population} were recruited ${s.setting}. Results of ${s.treatment} were read without knowledge of ${s.against} or of the final diagnosis, which a panel made at ${inWords(random.pick([3, 6, 12]))} months.`,
        () =>
          `A prospective paired study with ${withCommas(people)} ${s.population}. We used ${s.methods[0]} throughout and reported indeterminate results.`,
      ]),
      results: saying(random, [
        () =>
          `Sensitivity was ${sensitivity}% (95% CI ${sensitivity - spread} to ${Math.min(99, sensitivity + spread)}) and specificity ${specificity}% (${specificity - spread} to ${Math.min(99, specificity + spread)}); with ${s.against} sensitivity was ${comparator}%. Results would have changed management in ${changed}%.`,
        () =>
          `At the planned threshold ${s.treatment} found ${sensitivity}% of cases, compared with ${comparator}% for ${s.against}, at a specificity of ${specificity}%. ${random.whole(2, 9)}% of results could not be read.`,
        () =>
          `The area under the curve was 0.${random.whole(78, 95)}. Sensitivity ${sensitivity}% (${sensitivity - spread} to ${Math.min(99, sensitivity + spread)}), specificity ${specificity}%. Performance was lower in ${random.pick(['people over 80', 'people with several conditions', 'the smallest centre', 'people from minoritised ethnic groups'])}.`,
      ]),
      conclusion: saying(random, [
        () =>
          `${capital(s.treatment)} is accurate enough to be tried in a pathway; whether it helps ${s.population} is the next question.`,
        () =>
          `Used first, ${s.treatment} could spare about one in ${inWords(random.whole(3, 8))} people further tests.`,
        () => 'Accuracy fell short of what the makers had reported, and we publish the difference.',
        () => `False reassurance was rare, and clinicians wanted to know more about “${s.themes[0]}”.`,
      ]),
    };
  },
};

/** A model or algorithm, developed and checked elsewhere. */
export const prediction: Design = {
  name: 'prediction model',
  kind: 'publication',
  titles: [
    (s) => `Predicting ${s.outcome.name} in ${s.population}: development and external validation of a model`,
    (s) => `A model that fails down the road: external validation of ${s.treatment}`,
    (s) => `${capital(s.treatment)}: validation, calibration and fairness in ${s.population}`,
    (s) => `Silent evaluation of ${s.treatment} ${s.setting}`,
  ],
  parts: (s) => {
    const { random } = s;
    const developed = withCommas(participants(s, 6_000, 90_000));
    const validated = withCommas(participants(s, 2_000, 30_000));
    const auc = random.whole(71, 88);
    const lower = auc - random.whole(2, 9);
    return {
      aim: saying(random, [
        () => `We asked ${s.ask}.`,
        () => `Most published models for ${s.population} are never tested elsewhere.`,
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `We developed the model in records of ${developed} ${s.population} and validated it in ${validated} others from a different region. Predictors came from data that clinicians already enter; ${s.outcome.name} was the target.`,
        () =>
          `${capital(s.treatment)} ran silently ${s.setting} for ${inWords(random.whole(4, 12))} months on data from ${validated} ${s.population}. Nobody saw its output. We measured discrimination, calibration and alerts per day.`,
        () =>
          `Using ${s.methods[0]}, we compared ${s.treatment} with ${s.against} in ${validated} ${s.population}, overall and by age, sex, ethnicity and deprivation.`,
      ]),
      results: saying(random, [
        () =>
          `The c-statistic was 0.${auc} where the model was made and 0.${lower} elsewhere. Calibration was poor until the intercept was updated. At the chosen threshold one alert in ${inWords(random.whole(2, 7))} was right.`,
        () =>
          `Discrimination was 0.${lower} (95% CI 0.${lower - 2} to 0.${lower + 2}), below the 0.${auc} that had been reported. Net benefit was positive between thresholds of ${random.whole(5, 12)}% and ${random.whole(25, 45)}%.`,
        () =>
          `Performance held (0.${auc} and 0.${auc - 2}) but differed by ethnicity; re-weighting halved the difference. Clinicians overruled the output in ${random.whole(11, 38)}% of simulated cases.`,
      ]),
      conclusion: saying(random, [
        () => 'Local checks before use should be as routine as they are for a laboratory test.',
        () => `The model is ready for a trial of what people do with it, ${s.setting}.`,
        () => 'Good discrimination did not mean useful decisions.',
        () => 'Code, coefficients and the fairness report are open.',
      ]),
    };
  },
};

/** Markers measured in samples. */
export const biomarkers: Design = {
  name: 'laboratory study',
  kind: 'publication',
  titles: [
    (s) => `${capital(s.treatment)} in ${s.population}: a translational study`,
    (s) => `What ${s.treatment} tells us about ${s.outcome.name}`,
    (s) => `${capital(s.treatment)} and the course of disease in ${s.population}`,
    (s) => `Discovery and replication in ${s.population}: the case of ${s.treatment}`,
  ],
  parts: (s) => {
    const { random } = s;
    const people = participants(s, 60, 420);
    const replicated = participants(s, 40, 260);
    const ratio = (1 + random.between(0.4, 1.9)).toFixed(2);
    return {
      aim: saying(random, [
        () => `We asked ${s.ask}.`,
        () => `Mechanisms behind ${s.outcome.name} are poorly understood in ${s.population}.`,
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `Samples from ${people} ${s.population} were examined for ${s.treatment}, alongside ${s.against}. ${capital(s.methods[0] ?? 'assay')} and ${s.methods[1] ?? 'assay'} were used by staff unaware of outcome.`,
        () =>
          `We studied ${people} ${s.population} (discovery) and ${replicated} more (replication), using ${s.methods[0]} and ${s.methods[1] ?? 'standard assays'}. ${capital(s.treatment)} was related to ${s.outcome.name}.`,
        () =>
          `Serial samples were taken from ${people} ${s.population} over ${inWords(s.months)} months, with ${s.against} for comparison, and kept for others to repeat the work.`,
      ]),
      results: saying(random, [
        () =>
          `A change of one standard deviation went with ${ratio} times the odds of a poor result for ${s.outcome.name}; the finding held in replication. Levels rose ${random.whole(5, 21)} days before clinical change.`,
        () =>
          `${capital(inWords(random.whole(2, 6)))} markers differed between groups after correction for multiple testing, and ${inWords(random.whole(1, 2))} replicated. Together they explained ${random.whole(12, 38)}% of the variation in ${s.outcome.name}.`,
        () =>
          `Two patterns emerged. In the first, ${random.whole(28, 55)}% of people, outcome was worse (ratio ${ratio}); in the second it matched the comparison samples.`,
      ]),
      conclusion: saying(random, [
        () => 'The marker can now be tested prospectively as a way to choose treatment.',
        () => 'We offer the samples and the data to partners who wish to test a target.',
        () => `The pattern suggests a treatable group among ${s.population}.`,
        () => 'Replication narrowed the list considerably, which is the point of doing it.',
      ]),
    };
  },
};

/** A survey or audit of how things are done. */
export const survey: Design = {
  name: 'survey',
  kind: 'publication',
  titles: [
    (s) => `${capital(s.strand.name)}: a national survey of practice`,
    (s) => `Variation in ${s.treatment} for ${s.population}: survey and case-note audit`,
    (s) => `What do teams do, and why? Survey of ${s.treatment} ${s.setting}`,
    (s) => `Access to ${s.treatment}: who is offered what among ${s.population}`,
  ],
  parts: (s) => {
    const { random } = s;
    const services = random.whole(38, 190);
    const replied = Math.round(services * random.between(0.55, 0.86));
    const offered = random.whole(21, 78);
    return {
      aim: saying(random, [
        () => `We wanted to know what happens in practice.`,
        () => `Guidance on ${s.strand.name} leaves much to local choice.`,
        () => `It was not known how many services offer ${s.treatment}.`,
      ]),
      methods: saying(random, [
        () =>
          `All ${services} services known to see ${s.population} were sent a questionnaire; ${replied} replied (${per((100 * replied) / services)}%). Case notes were audited in ${inWords(random.whole(4, 12))}.`,
        () =>
          `An online survey of ${replied} teams, followed by ${random.whole(10, 26)} interviews and an audit of ${withCommas(participants(s, 200, 1400))} sets of notes.`,
        () =>
          `We surveyed ${withCommas(participants(s, 160, 900))} ${voicesOf(s.population)}, and ${replied} clinical teams, about ${s.treatment}.`,
      ]),
      results: saying(random, [
        () =>
          `${offered}% offered ${s.treatment}; the others relied on ${s.against}. Staffing explained more of the variation than opinion did. Free text returned again and again to “${s.themes[0]}”.`,
        () =>
          `Provision ranged from ${random.whole(3, 15)}% to ${random.whole(80, 98)}% between areas. Only ${random.whole(12, 44)}% of teams recorded ${s.outcome.name}, and ${random.whole(20, 60)}% had no agreed way to measure it.`,
        () =>
          `${offered}% of respondents wanted more of it, and ${random.whole(30, 70)}% had never been asked. The reasons given included “${s.themes[0]}” and “${s.themes[1] ?? s.themes[0]}”.`,
      ]),
      conclusion: saying(random, [
        () => `Where people live decides whether they are offered ${s.treatment}.`,
        () => 'A short agreed data set would make services comparable; we propose one.',
        () => 'Practice is ahead of the evidence in some places and behind it in others.',
        () => 'The survey gives a baseline for the trial that is now under way.',
      ]),
    };
  },
};

/** How a pathway changed before and after, month by month. */
export const timeSeries: Design = {
  name: 'interrupted time series',
  kind: 'publication',
  titles: [
    (s) => `${capital(s.treatment)} ${s.setting}: interrupted time series analysis`,
    (s) => `Before and after ${s.treatment}: ${s.outcome.name} over ${inWords(s.random.whole(3, 6))} years`,
    (s) => `Natural experiment with ${s.treatment} in ${s.population}`,
  ],
  parts: (s: Study) => {
    const { random } = s;
    const effect = effectOn(s.outcome, random);
    const span = random.whole(30, 72);
    return {
      aim: saying(random, [
        () => `We asked ${s.ask}.`,
        () => `${capital(s.treatment)} came in on a fixed date, which allowed a fair comparison.`,
      ]),
      methods: saying(random, [
        () =>
          `Monthly data for ${span} months, covering ${withCommas(participants(s, 900, 24_000))} ${s.population}, were analysed by segmented regression, with ${inWords(random.whole(2, 5))} similar areas as controls.`,
        () =>
          `We compared ${s.outcome.name} in ${span} months of data before and after ${s.treatment} replaced ${s.against}, and interviewed ${random.whole(12, 28)} members of staff.`,
      ]),
      results: `${capital(effectInWords(effect, s.treatment, random))}. ${saying(random, [() => 'The change came within two months and held.', () => 'Control areas showed no such change.', () => 'Part of the change was under way already.', () => `Staff spoke of “${s.themes[0]}”.`])}`,
      conclusion: effect.convincing
        ? saying(random, [
            () => 'Introduction was followed by a real and lasting change.',
            () => `Others can expect a similar gain if ${s.treatment} is staffed as it was here.`,
          ])
        : random.pick([
            'What looked like success was mostly the trend.',
            'The change was too small to justify the cost on its own.',
          ]),
    };
  },
};
