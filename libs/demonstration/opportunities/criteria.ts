import type { Criterion } from '#importers';
import type { Persona } from '../academics/persona.js';
import type { Random } from '../random.js';

/** What of a person a condition can look at: enough to keep for thousands, without their texts. */
export interface Candidate {
  index: number;
  strand: string;
  profession: string;
  stage: string;
  trainingStatus: string;
  region: string;
  nation: string;
  topics: string[];
  engagementTypes: string[];
  placeMode: string;
  sectors: string[];
}

export const candidateOf = (persona: Persona): Candidate => ({
  index: persona.index,
  strand: persona.strand.key,
  profession: persona.profession.code,
  stage: persona.stage,
  trainingStatus: persona.trainingStatus,
  region: persona.employer.region,
  nation: persona.employer.nation,
  topics: persona.topics,
  engagementTypes: persona.engagementTypes,
  placeMode: persona.placeMode,
  sectors: persona.sectors,
});

/** Whether a person meets a condition. */
export const meets = (candidate: Candidate, { facet, code }: Criterion): boolean => {
  switch (facet) {
    case 'topic':
      return candidate.topics.includes(code);
    case 'profession':
      return candidate.profession === code;
    case 'career-stage':
      return candidate.stage === code;
    case 'training-status':
      return candidate.trainingStatus === code;
    case 'engagement-type':
      return candidate.engagementTypes.includes(code);
    case 'region':
      return candidate.region === code;
    case 'nation':
      return candidate.nation === code;
    case 'sector':
      return candidate.sectors.includes(code);
    case 'place-mode':
      return candidate.placeMode === code;
  }
};

export interface Conditions {
  mustHave: Criterion[];
  niceToHave: Criterion[];
  exclude: Criterion[];
}

/**
 * Conditions that at least one person meets: they are read off a model, who has what must be there and nothing of what
 * must not.
 */
export const conditionsFor = (
  model: Candidate | undefined,
  opportunity: {
    topics: readonly string[];
    trainee: boolean;
    engagementTypes: readonly string[];
    region?: string;
    nation?: string;
    onSite: boolean;
  },
  random: Random,
): Conditions => {
  const mustHave: Criterion[] = [];
  const niceToHave: Criterion[] = [];
  const exclude: Criterion[] = [];
  const shared = opportunity.topics.filter((code) => model?.topics.includes(code));
  const topic = shared[0] ?? opportunity.topics[0];
  if (model && topic && shared.length > 0 && random.chance(0.8)) mustHave.push({ facet: 'topic', code: topic });
  else if (topic) niceToHave.push({ facet: 'topic', code: topic });
  if (opportunity.trainee && model?.trainingStatus === 'in-programme') {
    mustHave.push({ facet: 'training-status', code: 'in-programme' });
    exclude.push({ facet: 'career-stage', code: 'student-or-foundation' });
  } else if (model && random.chance(0.25)) mustHave.push({ facet: 'profession', code: model.profession });
  if (!opportunity.trainee && model && model.trainingStatus !== 'in-programme' && random.chance(0.2)) {
    exclude.push({ facet: 'training-status', code: 'in-programme' });
  }
  const beginner: Criterion = { facet: 'career-stage', code: 'student-or-foundation' };
  if (exclude.length === 0 && model?.stage !== beginner.code && random.chance(0.3)) exclude.push(beginner);
  const { region, nation, onSite } = opportunity;
  if (onSite && model && region && model.region === region) mustHave.push({ facet: 'region', code: region });
  else if (nation && random.chance(0.3)) niceToHave.push({ facet: 'nation', code: nation });
  else if (region && random.chance(0.4)) niceToHave.push({ facet: 'region', code: region });
  for (const code of random.sample(
    opportunity.topics.filter((other) => other !== topic),
    random.whole(0, 2),
  )) {
    niceToHave.push({ facet: 'topic', code });
  }
  const engagement = opportunity.engagementTypes[0];
  if (engagement && random.chance(0.5)) niceToHave.push({ facet: 'engagement-type', code: engagement });
  return {
    mustHave,
    niceToHave,
    exclude: exclude.filter((condition) => !model || !meets(model, condition)),
  };
};
