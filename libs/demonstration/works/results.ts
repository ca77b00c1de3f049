import { withCommas } from '../language.js';
import { type Random, saying } from '../random.js';
import type { Outcome } from '../vocabulary.js';

/** A result whose parts agree: estimate, interval, and whether the interval leaves out no difference. */
export interface Effect {
  /** whether the treatment did better beyond doubt */
  convincing: boolean;
  outcome: string;
  verb: 'improve' | 'reduce' | 'increase';
  estimate: string;
  low: string;
  high: string;
  unit: string;
  /** what each group had, where that is a percentage */
  groups?: { treated: string; compared: string };
  ratio: boolean;
}

const places = (scale: number): number => (scale < 0.08 ? 3 : scale < 0.8 ? 2 : scale < 20 ? 1 : 0);

const shown = (value: number, decimals: number): string => {
  const text = Math.abs(value).toFixed(decimals);
  const signed = value < 0 && Number(text) !== 0 ? `−${text}` : text;
  return decimals === 0 && Math.abs(value) >= 1000 ? withCommas(Math.round(value)) : signed;
};

const verbOf = (outcome: Outcome): Effect['verb'] =>
  outcome.measure === 'score' ? 'improve' : outcome.better === 'lower' ? 'reduce' : 'increase';

const unitOf = (outcome: Outcome): string => {
  if (outcome.measure === 'score') return 'points';
  if (outcome.measure === 'event' || outcome.unit === 'per cent') return 'percentage points';
  return outcome.unit ?? '';
};

/** The effect of a treatment on an outcome; about three in ten are not convincing, as in real programmes. */
export const effectOn = (outcome: Outcome, random: Random): Effect => {
  const convincing = random.chance(0.7);
  const share = convincing ? random.between(0.55, 1.35) : random.between(0.02, 0.32);
  // Half the width of the interval, as a share of the difference where that is real, of the hoped-for change otherwise.
  const spread = convincing ? random.between(0.4, 0.85) : random.between(0.4, 0.85) / share;
  const common = { convincing, outcome: outcome.name, verb: verbOf(outcome), unit: unitOf(outcome) };
  if (outcome.measure === 'rate') {
    const part = Math.min(0.75, (outcome.change / outcome.base) * share);
    const logarithm = Math.log(outcome.better === 'lower' ? 1 - part : 1 + part);
    const halfWidth = Math.min(Math.abs(logarithm) * spread, convincing ? 9 : 0.45);
    return {
      ...common,
      ratio: true,
      estimate: Math.exp(logarithm).toFixed(2),
      low: Math.exp(logarithm - halfWidth).toFixed(2),
      high: Math.exp(logarithm + halfWidth).toFixed(2),
    };
  }
  const room = outcome.better === 'lower' ? outcome.base * 0.9 : 97 - outcome.base;
  const wanted = outcome.change * share;
  const difference = outcome.measure === 'event' ? Math.min(wanted, Math.max(room, 0.4)) : wanted;
  const halfWidth = difference * spread;
  const decimals = places(convincing ? difference - halfWidth : Math.min(difference * 2, outcome.change));
  const effect: Effect = {
    ...common,
    ratio: false,
    estimate: shown(difference, decimals),
    low: shown(difference - halfWidth, decimals),
    high: shown(difference + halfWidth, decimals),
  };
  if (outcome.measure === 'event') {
    const compared = Number((outcome.base * random.between(0.95, 1.05)).toFixed(outcome.base < 12 ? 1 : 0));
    const treated = outcome.better === 'lower' ? compared - difference : compared + difference;
    effect.groups = {
      treated: Math.max(0.1, Math.min(99, treated)).toFixed(decimals > 0 ? 1 : 0),
      compared: compared.toFixed(decimals > 0 ? 1 : 0),
    };
  }
  return effect;
};

/** The effect in a sentence of its own, without a capital or a full stop. */
export const effectInWords = (effect: Effect, treatment: string, random: Random): string => {
  const { estimate, low, high, unit, outcome, groups, convincing } = effect;
  const interval = `95% CI ${low} to ${high}`;
  if (effect.ratio) {
    return saying(random, [
      () => `the rate ratio for ${outcome} was ${estimate} (${interval})`,
      () => `for ${outcome}, comparing the two groups gave a rate ratio of ${estimate} (${interval})`,
      () => `a rate ratio of ${estimate} was found for ${outcome} (${interval})`,
    ]);
  }
  const favour = convincing ? ` in favour of ${treatment}` : '';
  if (groups) {
    return saying(random, [
      () =>
        `for ${outcome}, the proportions were ${groups.treated}% with ${treatment} and ${groups.compared}% in the comparison group (difference ${estimate} percentage points, ${interval})`,
      () =>
        `${outcome}: ${groups.treated}% against ${groups.compared}%, a difference of ${estimate} percentage points (${interval})`,
      () =>
        `the two groups stood at ${groups.treated}% and ${groups.compared}% for ${outcome} (${interval} for the difference of ${estimate} points${favour})`,
    ]);
  }
  return saying(random, [
    () => `the mean difference in ${outcome} was ${estimate} ${unit}${favour} (${interval})`,
    () => `${outcome} differed by ${estimate} ${unit}${favour} (${interval})`,
    () => `for ${outcome} we found a difference of ${estimate} ${unit} (${interval})${favour}`,
  ]);
};
