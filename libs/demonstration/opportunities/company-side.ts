import type { OpportunityRecord } from '#importers';
import { professionOf } from '../academics/professions.js';
import { addDays, firstOfMonth, nextRotation } from '../dates.js';
import { capital, filled } from '../language.js';
import type { Company } from '../organisations/companies.js';
import { Random } from '../random.js';
import { keyOf, sourceName } from '../source.js';
import { type Brief, briefSummary, briefText, briefTitle } from './brief.text.js';
import { type Candidate, conditionsFor } from './criteria.js';
import { type OfferKind, offerKinds } from './offers.js';

export interface OpportunitySettings {
  seed: string;
  asOf: string;
  /** people by the line of research that they are in */
  byStrand: ReadonlyMap<string, readonly Candidate[]>;
  companies: readonly Company[];
}

const sectorNames: Record<string, string> = {
  pharmaceutical: 'pharmaceutical',
  biotechnology: 'biotechnology',
  'medical-technology': 'medical technology',
  'digital-health': 'digital health',
};

/** Which kinds this company can offer: a year out of programme needs a line of research that trainees are in. */
const kindsFor = (company: Company): Record<string, number> => {
  const weights: Record<string, number> = {};
  for (const [kind, offer] of Object.entries(offerKinds)) {
    const able =
      offer.professions.length === 0 || offer.professions.some((code) => company.strand.professions.includes(code));
    const weight = offer.weight[company.sector] ?? 0;
    if (able && weight > 0) weights[kind] = company.engagementTypes.includes(kind) ? weight * 3 : weight;
  }
  return weights;
};

/** The dates of an opportunity in that state, all in order around the reference date. */
export const datesOf = (
  state: OpportunityRecord['state'],
  trainee: boolean,
  asOf: string,
  random: Random,
): { deadline?: string; startsOn: string } => {
  if (state === 'closed') {
    const deadline = addDays(asOf, -random.whole(4, 120));
    return { deadline, startsOn: firstOfMonth(deadline, random.whole(2, 5)) };
  }
  const open = addDays(asOf, random.whole(12, 150));
  const startsOn = trainee ? nextRotation(open, random.pick([6, 8, 10])) : firstOfMonth(open, random.whole(2, 6));
  return random.chance(0.8) ? { deadline: open, startsOn } : { startsOn };
};

const treatsPatients = /^(doctor|dentist|nurse|midwife|pharmacist)$/;
const leadsTrials = /^(principal-investigator|investigator-initiated-study)$/;

/** Professions that a brief of this kind may ask for, those nearest to the work first. */
const professionsFor = (company: Company, kind: string, offer: OfferKind): string[] => {
  const mine = company.strand.professions;
  if (offer.professions.length > 0) return offer.professions.filter((code) => mine.includes(code));
  const able = mine.filter((code) => code !== 'data-scientist' || kind === 'collaborative-research');
  if (!leadsTrials.test(kind)) return able.length > 0 ? able : mine;
  const leaders = able.filter((code) => treatsPatients.test(code));
  const others = able.filter((code) => code !== 'healthcare-scientist');
  return leaders.length > 0 ? leaders : others.length > 0 ? others : mine;
};

/** Somebody in the directory whom the brief would suit, if there is anybody. */
const modelFor = (
  company: Company,
  offer: OfferKind,
  able: readonly string[],
  { byStrand }: OpportunitySettings,
  random: Random,
): Candidate | undefined => {
  const fits = ({ stage, trainingStatus, profession }: Candidate) =>
    offer.stages.includes(stage) && able.includes(profession) && (!offer.trainees || trainingStatus === 'in-programme');
  for (const { key } of company.strands) {
    const fitting = (byStrand.get(key) ?? []).filter(fits);
    if (fitting.length > 0) return random.pick(fitting);
  }
  return undefined;
};

/** A company's brief with that number. */
export const companyOpportunity = (
  number: number,
  company: Company,
  settings: OpportunitySettings,
): OpportunityRecord => {
  const { seed, asOf } = settings;
  const random = new Random(`${seed}:opportunity:${number}`);
  const kind = random.weighted(kindsFor(company));
  const offer = offerKinds[kind] as OfferKind;
  const trainee = offer.trainees === true;
  const able = professionsFor(company, kind, offer);
  const model = modelFor(company, offer, able.slice(0, 5), settings, random);
  const nearest = random.sample(able.slice(0, 3), random.whole(1, 3));
  const chosen = [...new Set([...(model ? [model.profession] : []), ...nearest])].slice(0, 3);
  const blind = random.chance(0.13);
  const state = random.weighted({ published: 82, draft: 8, closed: 10 });
  const dates = datesOf(state, trainee, asOf, random);
  const fte = random.pick(offer.fte);
  const months = offer.months.length > 0 ? random.pick(offer.months) : undefined;
  const placeMode = company.country === 'GB' ? random.weighted({ hybrid: 5, 'on-site': 2, remote: 3 }) : 'remote';
  const brief = briefOf(
    company,
    kind,
    { trainee, blind, months, fte, placeMode, chosen, offer, startsOn: dates.startsOn },
    random,
  );
  const conditions = conditionsFor(
    model,
    {
      topics: company.strand.topics,
      trainee,
      engagementTypes: offer.engagementTypes,
      ...(company.region ? { region: company.region } : {}),
      ...(company.nation ? { nation: company.nation } : {}),
      onSite: placeMode === 'on-site',
    },
    random,
  );
  return {
    kind: 'opportunity',
    source: sourceName,
    sourceKey: keyOf('opportunity', number),
    side: 'company',
    organisation: company.key,
    opportunityType: kind,
    title: briefTitle(brief),
    summary: briefSummary(brief),
    text: briefText(brief),
    topics: company.strand.topics,
    sectors: [company.sector],
    professions: chosen,
    careerStages: [...offer.stages],
    engagementTypes: offer.engagementTypes,
    ...conditions,
    ...dates,
    ...(months ? { lengthMonths: months } : {}),
    fte,
    placeMode,
    ...(blind || company.country !== 'GB' ? {} : { city: company.city }),
    ...(company.region ? { region: company.region } : {}),
    ...(company.nation ? { nation: company.nation } : {}),
    funding: brief.funding,
    ...(blind ? { blind } : {}),
    state,
  };
};

const briefOf = (
  company: Company,
  kind: string,
  terms: {
    trainee: boolean;
    blind: boolean;
    months: number | undefined;
    fte: number;
    placeMode: Brief['placeMode'];
    chosen: string[];
    offer: OfferKind;
    startsOn: string;
  },
  random: Random,
): Brief => {
  const { strand } = company;
  const { intervention } = company;
  return {
    random,
    kind,
    company: terms.blind ? undefined : company.name,
    city: terms.blind || company.country !== 'GB' ? undefined : company.city,
    size: company.size,
    sectorName: sectorNames[company.sector] ?? 'life science',
    label: strand.area.label,
    why: random.pick(strand.why),
    product: company.product,
    strand: strand.name,
    needs: random.shuffle(strand.needs),
    treatment: company.service ? intervention.name : company.product,
    against: intervention.against,
    population: random.pick(intervention.populations),
    setting: random.pick(strand.settings),
    outcome: strand.outcomes[random.pick(intervention.outcomes)]?.name ?? 'quality of life',
    theme: random.pick(strand.themes),
    method: filled(random.pick(strand.methods), random),
    ask: random.pick(strand.asks),
    people: terms.chosen.map((code) => professionOf(code).plural),
    trainee: terms.trainee,
    months: terms.months,
    fte: terms.fte,
    startsOn: terms.startsOn,
    placeMode: terms.placeMode,
    funding: capital(random.pick(terms.offer.funding)),
  };
};
