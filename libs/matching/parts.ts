import { meets } from './conditions.js';
import { anyOf, type Finding, list, type Pair, said, unknown } from './finding.js';
import type { Evidence, MatchSide, PartName } from './match.types.js';
import { topics } from './topics.part.js';

/** What a work has in common with the other side; where it is no word of both, it is the works that both are near to. */
const shares = (terms: readonly string[]): string =>
  terms.length > 0 ? `shares ${list(terms)}` : 'is near to the same works';

const text = ({ text: fit }: Pair): Finding => {
  const read: Evidence[] =
    fit?.meaning === undefined
      ? []
      : [{ text: `Nearness of meaning: ${Math.round(fit.meaning * 100)} %`, source: 'The encoder', dated: null }];
  if (!fit || fit.evidence.length === 0) {
    const told = { reason: 'No work or text has words in common with it.', evidence: read };
    return { value: fit ? fit.value : null, tell: () => told };
  }
  const { value, evidence } = fit;
  return {
    value,
    tell: () => ({
      reason: `${evidence[0] ? `${quoted(evidence[0].source)} ${shares(evidence[0].terms)}` : 'The texts share words'}.`,
      evidence: [
        ...evidence.map(({ source, dated, terms }) => ({
          text: terms.length > 0 ? `Shares: ${terms.join(', ')}` : 'Near to the same works',
          source,
          dated,
        })),
        ...read,
      ],
    }),
  };
};

/** A part that asks which codes of a list both sides have. */
const overlap = (
  { asking, other, vocabulary }: Pair,
  scheme: string,
  key: 'engagementTypes' | 'sectors',
  noun: string,
): Finding => {
  const label = (code: string) => vocabulary.label(scheme, code);
  if (asking[key].length === 0 || other[key].length === 0) {
    const silent = asking[key].length === 0 ? asking : other;
    return unknown(`${silent.name} does not say which ${noun}.`, `If ${silent.name} said which ${noun}`);
  }
  const both = asking[key].filter((code) => other[key].includes(code));
  if (both.length === 0) {
    return {
      value: 0,
      tell: () => ({
        reason: `${other.name} names other ${noun}: ${list(other[key].map(label))}.`,
        evidence: [],
        missing: asking[key].slice(0, 3).map(label),
        change: `With ${label(asking[key][0] ?? '')} among the ${noun}`,
      }),
    };
  }
  const smaller = Math.min(asking[key].length, other[key].length);
  return {
    value: 0.5 + (0.5 * both.length) / smaller,
    tell: () => ({
      reason: `Both want ${list(both.map(label))}.`,
      evidence: both.map((code) => said(other, label(code))),
      change: `With more ${noun} in common`,
    }),
  };
};

/** A part that asks whether one side is what the other wants. */
const wanted = (
  { asking, other, vocabulary }: Pair,
  scheme: string,
  key: 'professions' | 'careerStages',
  noun: string,
): Finding => {
  const [wanting, being] = asking.kind === 'academic' ? [other, asking] : [asking, other];
  const label = (code: string) => vocabulary.label(scheme, code);
  if (being.kind !== 'academic') return unknown(`No ${noun} is asked for.`);
  if (wanting[key].length === 0) return unknown(`${wanting.name} asks for no ${noun} in particular.`);
  const [own] = being[key];
  if (!own) return unknown(`${being.name} does not say which ${noun}.`, `If ${being.name} said which ${noun}`);
  const fits = wanting[key].some((code) => code === own || vocabulary.broader(scheme, own).includes(code));
  return {
    value: fits ? 1 : 0,
    tell: () => {
      const names = anyOf(wanting[key].map(label));
      const evidence = [said(wanting, `Wanted: ${names}`)];
      if (fits) return { reason: `${label(own)} is what is wanted.`, evidence };
      return {
        reason: `Wanted is ${names}; ${being.name} is ${label(own)}.`,
        evidence,
        missing: [names],
        change: `If ${wanting.name} also wanted ${label(own)}`,
      };
    },
  };
};

const monthsBetween = (earlier: string, later: string) =>
  (Date.parse(later) - Date.parse(earlier)) / (30.44 * 86_400_000);

const timing = ({ asking, other, weights }: Pair): Finding => {
  const [need, person] = asking.kind === 'academic' ? [other, asking] : [asking, other];
  const values: [number, number][] = [];
  const reasons: string[] = [];
  let change: string | undefined;
  if (need.startsOn && person.startsOn) {
    const late = Math.max(0, monthsBetween(need.startsOn, person.startsOn));
    values.push([weights.timing.startShare, Math.max(0, 1 - late / weights.timing.monthsLateToZero)]);
    reasons.push(
      late === 0
        ? `Available from ${person.startsOn}, in time for ${need.startsOn}.`
        : `Available from ${person.startsOn}; the start is ${need.startsOn}.`,
    );
    if (late > 0) change = `With a start on ${person.startsOn}`;
  }
  if (need.fte && person.fte) {
    const share = Math.min(1, person.fte / need.fte);
    values.push([1 - weights.timing.startShare, share]);
    reasons.push(`${Math.round(person.fte * 100)} % of full time available, ${Math.round(need.fte * 100)} % needed.`);
    if (share < 1) change ??= `With ${Math.round(person.fte * 100)} % of full time`;
  }
  if (values.length === 0)
    return unknown('One side does not say when or how much.', 'With dates and share of time on both sides');
  const total = values.reduce((sum, [weight]) => sum + weight, 0);
  return {
    value: values.reduce((sum, [weight, value]) => sum + weight * value, 0) / total,
    tell: () => ({ reason: reasons.join(' '), evidence: [], change }),
  };
};

const place = ({ asking, other, vocabulary, weights }: Pair): Finding => {
  if (asking.placeMode === 'remote' || other.placeMode === 'remote') {
    return { value: weights.place.remote, tell: () => ({ reason: 'One side works remotely.', evidence: [] }) };
  }
  if (!asking.nation || !other.nation) return unknown('One side does not say where.', 'With a place on both sides');
  const region = (code: string) => vocabulary.label('region', code);
  if (asking.region && asking.region === other.region) {
    const both = asking.region;
    return {
      value: weights.place.sameRegion,
      tell: () => ({ reason: `Both are in ${region(both)}.`, evidence: [] }),
    };
  }
  const same = asking.nation === other.nation;
  const base = same ? weights.place.sameNation : weights.place.elsewhere;
  const hybrid = asking.placeMode === 'hybrid' || other.placeMode === 'hybrid';
  const where = (side: MatchSide) =>
    side.region ? region(side.region) : vocabulary.label('nation', side.nation ?? '');
  return {
    value: hybrid ? Math.max(base, weights.place.hybridFloor) : base,
    tell: () => ({
      reason: `${where(other)} and ${where(asking)}${hybrid ? ', partly remote' : ''}.`,
      evidence: [],
      change: 'With remote work',
    }),
  };
};

const wishes = ({ asking, other, vocabulary }: Pair): Finding => {
  const both: [MatchSide, MatchSide][] = [
    [asking, other],
    [other, asking],
  ];
  const all = both.flatMap(([wisher, granter]) =>
    wisher.niceToHave.map((condition) => ({ condition, met: meets(granter, condition, vocabulary) })),
  );
  if (all.length === 0) return unknown('Nothing is named as nice to have.');
  const named = (wanted: boolean) =>
    all.filter(({ met }) => met === wanted).map(({ condition: { facet, code } }) => vocabulary.label(facet, code));
  return {
    value: all.filter(({ met }) => met).length / all.length,
    tell: () => {
      const [met, unmet] = [named(true), named(false)];
      return {
        reason: met.length > 0 ? `Has ${list(met)}, which is nice to have.` : `Does not have ${list(unmet)}.`,
        evidence: [],
        missing: unmet,
        change: unmet[0] ? `With ${unmet[0]}` : undefined,
      };
    },
  };
};

/** Somebody who is asked by many answers late, or not at all: a bounded discount, told in steps and not in numbers. */
const demand = ({ other, weights }: Pair): Finding | null => {
  if (other.kind !== 'academic') return null;
  const { some, many } = weights.demand;
  const value = other.openRequests >= many ? 0 : other.openRequests >= some ? 0.5 : 1;
  const waiting = (few: string, end: string) => `${few} requests to ${other.name} wait for an answer${end}.`;
  return {
    value,
    tell: () => ({
      reason: value === 1 ? waiting('Few', ', or none') : waiting(value === 0 ? 'Many' : 'Some', ' already'),
      evidence: [],
    }),
  };
};

/** Every part of a match, in the order in which it is explained; null where a part does not apply to a kind. */
export const findings: Record<PartName, (pair: Pair) => Finding | null> = {
  topics,
  text,
  engagement: (pair) => overlap(pair, 'engagement-type', 'engagementTypes', 'ways of working together'),
  sector: (pair) => overlap(pair, 'sector', 'sectors', 'sectors'),
  profession: (pair) => wanted(pair, 'profession', 'professions', 'profession'),
  stage: (pair) => wanted(pair, 'career-stage', 'careerStages', 'career stage'),
  timing,
  place,
  wishes,
  demand,
};
/** A title in quotation marks; its own become single ones. */
const quoted = (title: string) => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
