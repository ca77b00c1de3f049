import type { Criterion, OpportunityRecord } from '#importers';
import type { Persona } from '../academics/persona.js';
import { voiceOf } from '../academics/voice.js';
import { Random } from '../random.js';
import { keyOf, sourceName } from '../source.js';
import { rareAreas } from '../works/study.js';
import { datesOf, type OpportunitySettings } from './company-side.js';
import { type Idea, ideaSummary, ideaText, ideaTitle } from './idea.text.js';
import { ideaKinds } from './offers.js';

const wordsOfOthers = /licensing|out-of-programme|secondment/;

/** Which kinds this person would put forward. */
const kindsFor = (persona: Persona): Record<string, number> => {
  const weights: Record<string, number> = {};
  const senior = persona.stage === 'senior' || persona.stage === 'professor';
  for (const [kind, { weight }] of Object.entries(ideaKinds)) {
    const own = persona.engagementTypes.includes(kind);
    // A year out, a secondment or a licence is put forward only by somebody who wants one.
    if (wordsOfOthers.test(kind) && !own) continue;
    if (kind === 'investigator-initiated-study' && (persona.stage === 'pre-doctoral' || persona.strand.kind === 'data'))
      continue;
    if (kind === 'studentship' && !senior && persona.stage !== 'pre-doctoral') continue;
    if (kind === 'data-science-project' && !own && persona.profession.code !== 'data-scientist') continue;
    weights[kind] = own ? weight * 3 : weight;
  }
  return weights;
};

/** Conditions on the company: its sector, or a subject that a company in the directory works on. */
const conditionsOn = (
  persona: Persona,
  { companies }: OpportunitySettings,
  random: Random,
): { mustHave: Criterion[]; niceToHave: Criterion[]; exclude: Criterion[] } => {
  const near = companies.filter(({ strands }) => strands.includes(persona.strand));
  const model = near.length > 0 ? random.pick(near) : companies.length > 0 ? random.pick(companies) : undefined;
  const mustHave: Criterion[] = model && random.chance(0.6) ? [{ facet: 'sector', code: model.sector }] : [];
  const shared = persona.topics.find((code) => model?.topics.includes(code));
  const niceToHave: Criterion[] = [
    ...(persona.topics[0] ? [{ facet: 'topic' as const, code: shared ?? persona.topics[0] }] : []),
    ...(random.chance(0.4) ? [{ facet: 'nation' as const, code: persona.employer.nation }] : []),
  ];
  const others = ['pharmaceutical', 'biotechnology', 'medical-technology', 'digital-health'].filter(
    (code) => code !== model?.sector && !persona.sectors.includes(code),
  );
  const exclude: Criterion[] =
    others.length > 0 && random.chance(0.2) ? [{ facet: 'sector', code: random.pick(others) }] : [];
  return { mustHave, niceToHave, exclude };
};

/** An academic's project idea with that number. */
export const academicOpportunity = (
  number: number,
  persona: Persona,
  settings: OpportunitySettings,
): OpportunityRecord => {
  const { seed, asOf } = settings;
  const random = new Random(`${seed}:opportunity:${number}`);
  const kind = random.weighted(kindsFor(persona));
  const offer = ideaKinds[kind] as (typeof ideaKinds)[string];
  const trainee = kind === 'out-of-programme-year';
  const state = random.weighted({ published: 84, draft: 8, closed: 8 });
  const blind = random.chance(0.05);
  const months = random.pick(offer.months);
  const idea: Idea = {
    voice: voiceOf(persona, `${seed}:idea:${number}`, asOf, true),
    kind,
    months: Math.min(months, 18),
    people: rareAreas.test(persona.strand.area.key) ? random.whole(16, 60) : random.whole(6, 42) * 10,
    funding: random.pick(offer.funding),
    place: blind ? undefined : persona.employer.name,
  };
  const { employer } = persona;
  return {
    kind: 'opportunity',
    source: sourceName,
    sourceKey: keyOf('opportunity', number),
    side: 'academic',
    academic: persona.key,
    opportunityType: kind,
    title: ideaTitle(idea),
    summary: ideaSummary(idea),
    text: ideaText(idea),
    topics: persona.strand.topics,
    sectors: persona.sectors,
    engagementTypes: offer.engagementTypes,
    ...conditionsOn(persona, settings, random),
    ...datesOf(state, trainee, asOf, random),
    lengthMonths: months,
    fte: random.pick(offer.fte),
    placeMode: persona.placeMode,
    ...(blind ? {} : { city: employer.city }),
    region: employer.region,
    nation: employer.nation,
    funding: idea.funding,
    ...(blind ? { blind } : {}),
    state,
  };
};
