import type { WorkRecord } from '#importers';
import type { Persona } from '../academics/persona.js';
import { type Focus, focusOf } from '../academics/professions.js';
import { sentence, titled, wordCount } from '../language.js';
import { Random } from '../random.js';
import type { Intervention, InterventionKind, Strand } from '../vocabulary.js';
import { coDesign, consensus, economics, interviews, output, review } from './accounts.js';
import { methodsStudy } from './methods.js';
import { accuracy, biomarkers, cohort, prediction, survey, timeSeries } from './observations.js';
import { type Design, type Study, studyOf } from './study.js';
import { clusterTrial, feasibilityTrial, protocol, randomisedTrial } from './trials.js';

const designs = {
  randomisedTrial,
  feasibilityTrial,
  clusterTrial,
  protocol,
  cohort,
  accuracy,
  prediction,
  biomarkers,
  survey,
  timeSeries,
  interviews,
  coDesign,
  review,
  economics,
  consensus,
  output,
  methodsStudy,
} satisfies Record<string, Design>;
type DesignName = keyof typeof designs;

/** Which designs suit what is being studied. */
const suited: Record<InterventionKind, Partial<Record<DesignName, number>>> = {
  drug: {
    randomisedTrial: 4,
    cohort: 3,
    review: 2,
    interviews: 1.4,
    economics: 1,
    protocol: 1,
    feasibilityTrial: 0.8,
    survey: 0.6,
    consensus: 0.4,
  },
  device: {
    randomisedTrial: 2.5,
    feasibilityTrial: 2,
    coDesign: 2.2,
    interviews: 1,
    economics: 1,
    review: 1,
    cohort: 0.8,
    protocol: 0.8,
    output: 0.4,
  },
  digital: {
    coDesign: 3,
    feasibilityTrial: 2,
    randomisedTrial: 2,
    interviews: 1.4,
    timeSeries: 0.8,
    protocol: 0.8,
    economics: 0.6,
    output: 0.8,
  },
  therapy: {
    randomisedTrial: 3,
    feasibilityTrial: 2.4,
    interviews: 2.4,
    review: 1.5,
    protocol: 1,
    consensus: 0.8,
    output: 0.8,
    survey: 0.8,
  },
  service: { clusterTrial: 3, timeSeries: 2, interviews: 2, survey: 2, economics: 1.4, output: 0.8, consensus: 0.6 },
  test: { accuracy: 5, interviews: 1, economics: 0.8, survey: 0.7, consensus: 0.4 },
  biomarker: { biomarkers: 6, consensus: 0.3 },
  exposure: { cohort: 5, survey: 0.5, interviews: 0.5 },
  method: { methodsStudy: 6, review: 0.3, consensus: 0.5 },
  surgery: { cohort: 3, randomisedTrial: 2, interviews: 1.2, review: 1, economics: 1, survey: 0.8, consensus: 0.5 },
  radiotherapy: { randomisedTrial: 3, cohort: 2, interviews: 1, economics: 0.7, consensus: 0.6 },
};

const modelled =
  /model|software|score|algorithm|forecast|alert|triage|artificial|reading|grading|monitor|audit|federated|risk/;

/** Designs that somebody new to research does not yet lead. */
const forTheExperienced = ['randomisedTrial', 'clusterTrial', 'economics', 'protocol', 'consensus'] as const;
/** Routine data hold nobody who was given a placebo or kept waiting on purpose. */
const onlyInTrials = /placebo|sham|waiting list|no screening|no vaccine|no training|no diary|without/;

const weightsFor = (
  { kind, name: treatment, against }: Intervention,
  { profession: { code: profession }, stage }: Persona,
): Partial<Record<DesignName, number>> => {
  const weights = { ...suited[kind] };
  if (modelled.test(treatment) && (kind === 'test' || kind === 'digital'))
    weights.prediction = profession === 'data-scientist' ? 6 : 1.2;
  if (profession === 'data-scientist') {
    weights.interviews = 0;
    weights.cohort = (weights.cohort ?? 0) + (/test|biomarker|method/.test(kind) ? 0 : 2.5);
  }
  if (onlyInTrials.test(against)) weights.cohort = 0;
  const share = stage === 'student-or-foundation' || stage === 'pre-doctoral' ? 0 : stage === 'doctoral' ? 0.35 : 1;
  for (const design of forTheExperienced) weights[design] = (weights[design] ?? 0) * share;
  if (share === 0) weights.survey = (weights.survey ?? 0) + 1;
  return weights;
};

const series = [
  'Archives of Applied',
  'Practice and Research in',
  'Quarterly Review of',
  'Open Studies in',
  'Letters on',
  'Bulletin of',
  'Advances for Practice:',
  'The Northern Journal of',
  'Reports in',
  'Evidence for',
];
const general = [
  'The Clinical Partnership Review',
  'Trials and Services',
  'Annals of Applied Care',
  'Open Clinical Methods',
  'The Allied Professions Quarterly',
  'Journal of Honest Results',
  'Bench and Bedside Letters',
  'Public and Patient Evidence',
  'The Implementation Record',
  'Measurement in Care',
];

const venueOf = (strand: Strand, random: Random): string => {
  const field = titled(strand.area.field.replace(/’s$|'s$/, 's'));
  return random.chance(0.6)
    ? `${random.pick(series)} ${field}${/care|health|medicine|safety|ology|genetics|education|delivery/i.test(field) ? '' : random.pick([' Care', ' Research', ' Medicine'])}`
    : random.pick(general);
};

const labels = [
  ['Background', 'Methods', 'Results', 'Conclusions'],
  ['Context', 'Approach', 'Findings', 'Implications'],
  ['Introduction', 'Methods', 'Findings', 'Interpretation'],
] as const;

const most = 150;
const least = 66;

/** The parts of an abstract put together: plain or under headings, with its background where there is room for it. */
const abstractOf = (design: Design, study: Study): string => {
  const { random } = study;
  const { aim, methods, conclusion, ...parts } = design.parts(study);
  const results = parts.results.trim();
  const said = (background: string) => [background, aim].filter(Boolean).join(' ');
  const body = `${methods} ${results} ${conclusion}`;
  const words = wordCount(body);
  const room = most - words - 4;
  const whole = said(study.why);
  const wanted = words < least || random.chance(0.6);
  const lead = wanted && wordCount(whole) <= room ? whole : wordCount(aim) <= room ? aim : '';
  if (!random.chance(0.3) || lead === '') return [lead, body].filter(Boolean).join(' ');
  const [first, second, third, fourth] = random.pick(labels);
  return `${first}: ${lead} ${second}: ${methods} ${third}: ${results} ${fourth}: ${conclusion}`;
};

/** How many works a person has at each stage where nothing else is asked for. */
const usual: Record<string, [number, number]> = {
  'student-or-foundation': [2, 2],
  'pre-doctoral': [2, 3],
  doctoral: [3, 5],
  'early-post-doctoral': [4, 6],
  intermediate: [4, 7],
  senior: [5, 8],
  professor: [6, 8],
};

/** The works of a person, newest first, all within the person's own lines of research. */
export const worksOf = (persona: Persona, seed: string, asOf: string, count?: number): WorkRecord[] => {
  const random = new Random(`${seed}:works:${persona.index}`);
  const number = count ?? random.whole(...(usual[persona.stage] ?? [2, 4]));
  const thisYear = Number(asOf.slice(0, 4));
  const span = Math.max(1, Math.min(persona.stage === 'professor' ? 14 : 9, thisYear - persona.qualified - 1));
  const lines: { strand: Strand; focus: Focus }[] = [
    { strand: persona.strand, focus: focusOf(persona.strand, persona.profession) },
  ];
  if (persona.second) lines.push({ strand: persona.second, focus: focusOf(persona.second, persona.profession) });
  const titles = new Set<string>();
  const used = new Map<DesignName, number>();
  const works: WorkRecord[] = [];
  // Who has one subject of their own still takes part in what the others do.
  const orders = lines.map(({ strand, focus }) =>
    focus.interventions.length > 1
      ? random.shuffle(focus.interventions)
      : [...focus.interventions, ...focus.interventions, ...random.sample(strand.interventions, 1)],
  );
  for (let place = 0; place < number; place += 1) {
    const line = lines.length > 1 && place > 0 && random.chance(0.3) ? 1 : 0;
    const { strand } = lines[line] as (typeof lines)[number];
    const order = orders[line] as Focus['interventions'];
    const intervention = order[place % order.length] as Focus['interventions'][number];
    const weights = weightsFor(intervention, persona);
    for (const [name, times] of used) if (weights[name]) weights[name] = weights[name] / (1 + 2 * times);
    const name = random.weighted<DesignName>(weights);
    used.set(name, (used.get(name) ?? 0) + 1);
    const design = designs[name];
    const year = Math.max(
      persona.qualified,
      thisYear - Math.floor((place * span) / Math.max(number, 1)) - random.whole(0, 1),
    );
    const study = studyOf(strand, intervention, year, random);
    let title = sentence(random.pick(design.titles)(study)).replace(/\.$/, '');
    for (let attempt = 0; titles.has(title) && attempt < 6; attempt += 1) title = random.pick(design.titles)(study);
    if (titles.has(title)) title = `${title}: second report`;
    titles.add(title);
    works.push({
      title,
      abstract: abstractOf(design, study),
      year,
      kind: design.kind,
      ...(design.kind === 'publication'
        ? { identifier: `10.5555/benchside.${persona.index + 1}.${place + 1}`, venue: venueOf(strand, random) }
        : {}),
      ...(place < Math.min(3, Math.ceil(number / 3)) ? { featured: true } : {}),
      meshHeadings: random.sample(strand.area.meshHeadings, 2),
    });
  }
  return works.sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
};
