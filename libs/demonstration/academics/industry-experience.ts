import { capital, inWords, withArticle } from '../language.js';
import type { Company } from '../organisations/companies.js';
import { at, type Seniority, type Voice } from './voice.js';

type Words = (v: Voice, company: Company | undefined) => string;

const sectorWords: Record<string, string> = {
  pharmaceutical: 'pharmaceutical',
  biotechnology: 'biotechnology',
  'medical-technology': 'medical technology',
  'digital-health': 'digital health',
};

const host = (v: Voice, company: Company | undefined) =>
  company ? company.name : withArticle(`${sectorWords[v.persona.sectors[0] ?? ''] ?? 'life science'} company`);

/** A span of about a year that had ended well before now, and after qualification. */
const spell = (v: Voice): [number, number] => {
  const end = v.year - v.random.whole(1, Math.max(1, Math.min(9, v.years - 3)));
  return [end - 1, end];
};
const inYears = (v: Voice) => {
  const [start, end] = spell(v);
  return `${start}–${String(end).slice(2)}`;
};

/** A year in industry and back. */
const years: Words[] = [
  (v, c) =>
    `Spent ${inYears(v)} with ${host(v, c)}, full time, on a programme close to ${v.strand}; came back to clinical work with a better idea of what makes evidence usable.`,
  (v, c) =>
    `Seconded to ${host(v, c)} in ${inYears(v)}. Wrote the clinical part of a development plan, sat in on regulatory meetings and learned to cost a trial.`,
  (v, c) =>
    `A year out (${inYears(v)}) at ${host(v, c)}, then back to practice. Still in touch with the team, and glad to tell others how it was.`,
  (v, c) =>
    `Worked at ${host(v, c)} for a year, ${inYears(v)}, as clinical adviser to a product team; returned to the NHS and now keep ${v.random.whole(2, 6)} days a year free for such work.`,
];

const shorter: Words[] = [
  (v, c) =>
    `${capital(inWords(v.random.whole(3, 6)))} months, two days a week, with ${host(v, c)}: usability testing with ${at(v.populations, 0)}.`,
  (v, c) =>
    `Advised ${host(v, c)} on outcome measures in ${v.year - v.random.whole(1, 4)}; fees went to the department.`,
  (v) =>
    `Principal investigator in ${inWords(v.random.whole(2, 6))} commercial trials since ${v.year - v.random.whole(4, 9)}.`,
  (v, c) => `Member of an advisory board for ${host(v, c)} until ${v.year - 1}; declared on the register of interests.`,
  (v, c) =>
    `Ran a product evaluation for ${host(v, c)}: ${v.random.whole(24, 180)} participants, published in full although the result was mixed.`,
  (v, c) =>
    `Co-supervised a doctoral student with ${host(v, c)}, ${v.year - v.random.whole(4, 8)} to ${v.year - v.random.whole(1, 3)}.`,
  (v) =>
    `Before clinical training, ${inWords(v.random.whole(2, 4))} years in ${sectorWords[at(v.persona.sectors, 0)] ?? 'industry'} quality assurance; it left a liking for documentation.`,
  (v) =>
    `Named inventor on a licensed idea from our work on ${at(v.interventions, 0).name}; royalties go to the service.`,
  (v, c) => `A six-week placement with ${host(v, c)} during the master's degree.`,
];

const beginners: Words[] = [
  (v, c) => `A summer placement with ${host(v, c)} before qualifying.`,
  (v, c) => `Two weeks of shadowing at ${host(v, c)}, arranged through a mentor.`,
  () => 'A master’s module on medicines development, with a case set by a company; no post so far.',
];

const shares: Record<Seniority, number> = { new: 0.14, doctoral: 0.26, middle: 0.42, senior: 0.6, professor: 0.8 };
/** What needs years of standing. */
const needStanding = new Set([2, 5, 7]);
/** What only somebody with a clinical registration has done. */
const needRegistration = new Set([2, 6]);

/** What the person has done in or for industry; many have done nothing, and say so by leaving it out. */
export const industryExperienceOf = (voice: Voice, companies: readonly Company[]): string | undefined => {
  const { random, seniority } = voice;
  if (!random.chance(shares[seniority])) return undefined;
  const near = companies.filter(({ strands }) => strands.some(({ area }) => area === voice.persona.strand.area));
  const company = near.length > 0 && random.chance(0.65) ? random.pick(near) : undefined;
  if (seniority === 'new') return random.pick(beginners)(voice, company);
  const standing = seniority === 'senior' || seniority === 'professor';
  const registered = voice.persona.regulator !== undefined;
  const suited = (standing ? shorter.slice(0, 8) : shorter).filter(
    (_, place) => (standing || !needStanding.has(place)) && (registered || !needRegistration.has(place)),
  );
  const first = voice.years >= 7 && random.chance(0.45) ? random.pick(years) : random.pick(suited);
  const second = standing && random.chance(0.4) ? random.pick(suited.filter((words) => words !== first)) : undefined;
  return [first(voice, company), second?.(voice, undefined)].filter(Boolean).join(' ');
};
