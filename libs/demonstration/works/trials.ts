import { capital, inWords, withCommas } from '../language.js';
import { saying } from '../random.js';
import { effectInWords, effectOn } from './results.js';
import { atTheEnd, type Design, participants, type Study } from './study.js';

const acronyms =
  'ALDER ANCHOR ARCHWAY BEACON BRAMBLE BRIDGE CAIRN CANOPY COMPASS CURLEW DOVETAIL ELDER EMBER FERRY FINCH FOOTBRIDGE GATEWAY GORSE HARBOUR HAZEL HERON JUNIPER KESTREL KEYSTONE LANTERN LARCH LATTICE LINDEN LODESTAR MARRAM MEADOW MOORING OSPREY PLOVER QUAY RAMPART ROWAN SALTMARSH SANDPIPER SEXTANT SKYLARK SORREL STILE SWIFT TEASEL THISTLE TIDELINE TILLER TOWPATH WAYMARK WILLOW WREN YARROW'.split(
    ' ',
  );

const acronym = (s: Study) => s.random.pick(acronyms);
const months = (s: Study) => `${inWords(s.months)} months`;

/** How a convincing result is summed up, and how one that is not. */
export const verdict = (s: Study, convincing: boolean, verb: string): string =>
  convincing
    ? saying(s.random, [
        () => `${capital(s.treatment)} can ${verb} ${s.outcome.name} in ${s.population}.`,
        () => `For ${s.population}, ${s.treatment} did more than ${s.against}.`,
        () => `The effect is large enough to matter to patients, and services should now decide who delivers it.`,
        () => `We recommend offering ${s.treatment} to ${s.population}, with audit of ${s.outcome.name}.`,
        () => `These results support wider use; whether the benefit lasts beyond ${months(s)} is being studied.`,
        () => `${capital(s.setting)}, adding ${s.treatment} is worthwhile.`,
      ])
    : saying(s.random, [
        () => `We found no convincing evidence that ${s.treatment} can ${verb} ${s.outcome.name}.`,
        () => `The interval rules out a large benefit, and routine use cannot be recommended for ${s.population}.`,
        () =>
          `${capital(s.treatment)} and ${s.against} gave similar results; the choice can rest on preference and cost.`,
        () => `The trial does not support a change of practice, but the process data explain why delivery fell short.`,
        () => `A benefit for a smaller group remains possible and should be tested, not assumed.`,
      ]);

export const randomisedTrial: Design = {
  name: 'randomised trial',
  kind: 'publication',
  titles: [
    (s) => `${capital(s.treatment)} for ${s.population}: a randomised controlled trial`,
    (s) => `${capital(s.treatment)} compared with ${s.against} in ${s.population}: randomised trial`,
    (s) => `The ${acronym(s)} trial: ${s.treatment} in ${s.population}`,
    (s) => `Effect of ${s.treatment} on ${s.outcome.name}: a pragmatic randomised trial in ${s.population}`,
    (s) => `${capital(s.treatment)} ${s.setting}: randomised controlled trial`,
    (s) => `What does ${s.treatment} do for ${s.population}? The ${acronym(s)} randomised trial`,
  ],
  parts: (s) => {
    const { random } = s;
    const people = withCommas(participants(s, 96, 920));
    const effect = effectOn(s.outcome, random);
    const centres = random.whole(3, 24);
    const methods = saying(random, [
      () =>
        `We randomised ${people} ${s.population} ${s.setting} to ${s.treatment} or ${s.against}, and followed them for ${months(s)}. The primary outcome was ${s.outcome.name}.`,
      () =>
        `In ${inWords(centres)} centres, ${people} ${s.population} were allocated one to one to ${s.treatment} or to ${s.against}. Assessors were unaware of allocation. The primary outcome was ${s.outcome.name}${atTheEnd(s)}.`,
      () =>
        `${people} ${s.population} took part: half had ${s.treatment}, half ${s.against}. We measured ${s.outcome.name} at baseline and at ${months(s)}, with assessment masked.`,
      () =>
        `This parallel-group trial enrolled ${people} ${s.population}, with randomisation stratified by centre. ${capital(s.treatment)} was compared with ${s.against}; ${s.outcome.name}${atTheEnd(s)} was the main measure.`,
    ]);
    const completed = random.whole(78, 96);
    const safety = saying(random, [
      () => 'Serious adverse events were balanced between groups.',
      () => 'No serious event was related to treatment.',
      () => `${capital(inWords(random.whole(2, 9)))} participants stopped early because of side effects.`,
      () => '',
      () => `Interviews pointed to “${s.themes[0]}” as a reason for stopping.`,
    ]);
    const results = `${saying(random, [() => `Follow-up was complete for ${completed}%.`, () => `${completed}% were followed to the end.`, () => `Primary outcome data were available for ${completed}% of participants.`])} ${capital(effectInWords(effect, s.treatment, random))}. ${safety}`;
    return {
      aim: saying(random, [
        () => `We asked ${s.ask}.`,
        () => `We tested ${s.treatment} in ${s.population}.`,
        () => `The aim was to learn ${s.ask}.`,
        () => '',
      ]),
      methods,
      results,
      conclusion: verdict(s, effect.convincing, effect.verb),
    };
  },
};

export const feasibilityTrial: Design = {
  name: 'feasibility trial',
  kind: 'publication',
  titles: [
    (s) => `Can ${s.treatment} be tested in ${s.population}? A feasibility trial`,
    (s) => `${capital(s.treatment)} for ${s.population}: feasibility randomised trial with nested interviews`,
    (s) => `Feasibility of ${s.treatment} ${s.setting}`,
    (s) => `Preparing a trial of ${s.treatment}: recruitment, retention and what people made of it`,
  ],
  parts: (s) => {
    const { random } = s;
    const approached = participants(s, 70, 190);
    const took = Math.round(approached * random.between(0.32, 0.62));
    const stayed = Math.round(took * random.between(0.72, 0.95));
    const sites = random.whole(2, 5);
    const adhered = random.whole(58, 91);
    return {
      aim: saying(random, [
        () => `Before a full trial we needed to know whether ${s.population} would accept ${s.treatment}.`,
        () => `We examined whether a trial of ${s.treatment} could recruit and keep ${s.population}.`,
        () => `Nobody had tried to randomise ${s.population} between ${s.treatment} and ${s.against}.`,
      ]),
      methods: saying(random, [
        () =>
          `${capital(s.population)} from ${inWords(sites)} sites were offered randomisation between ${s.treatment} and ${s.against}. Progression rules were set in advance; ${random.whole(9, 18)} participants were interviewed.`,
        () =>
          `A two-arm feasibility trial ${s.setting} at ${inWords(sites)} sites, with ${s.outcome.name} as the main measure and interviews with participants and staff.`,
        () =>
          `We ran a small trial (${s.treatment} or ${s.against}) at ${inWords(sites)} sites for ${random.whole(6, 14)} months and kept a log of everyone approached.`,
      ]),
      results: saying(random, [
        () =>
          `Of ${approached} people approached, ${took} joined and ${stayed} completed. ${capital(s.outcome.name)} could be collected in ${random.whole(82, 98)}%. In interviews people talked of “${s.themes[0]}” and “${s.themes[1] ?? s.themes[0]}”. Adherence was ${adhered}%.`,
        () =>
          `${took} of ${approached} eligible people agreed; ${stayed} stayed to the end. Delivery followed the manual in ${adhered}% of sessions checked. The strongest theme was “${s.themes[0]}”.`,
        () =>
          `We recruited ${took} participants (${Math.round((100 * took) / approached)}% of those asked) and retained ${stayed}. Staff found the work manageable; “${s.themes[0]}” needs attention in the full trial.`,
      ]),
      conclusion: saying(random, [
        () =>
          `A full trial is feasible with two changes: a simpler consent process, and ${s.outcome.name} as the primary outcome.`,
        () => 'Progression criteria were met, with amendments to recruitment.',
        () => `The main trial has been funded and will include ${inWords(random.whole(9, 20))} sites.`,
        () =>
          `Retention was good but recruitment slow; we now plan to recruit ${s.setting} by letter and by telephone.`,
      ]),
    };
  },
};

export const clusterTrial: Design = {
  name: 'cluster trial',
  kind: 'publication',
  titles: [
    (s) => `Stepped-wedge trial of ${s.treatment} for ${s.population}`,
    (s) => `Introducing ${s.treatment} ${s.setting}: a cluster randomised trial`,
    (s) => `${capital(s.treatment)} and ${s.outcome.name}: cluster randomised evaluation`,
    (s) => `From pilot to practice: a cluster trial of ${s.treatment}`,
  ],
  parts: (s) => {
    const { random } = s;
    const clusters = s.rare ? random.whole(6, 12) : random.whole(10, 46);
    const people = withCommas(participants(s, 600, 5200));
    const effect = effectOn(s.outcome, random);
    const delivered = random.whole(44, 88);
    return {
      aim: saying(random, [
        () => `We wanted to know ${s.ask}.`,
        () => `${capital(s.treatment)} had been adopted on the strength of pilots alone.`,
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `${capital(inWords(clusters))} sites moved from ${s.against} to ${s.treatment} in random order over ${random.whole(12, 24)} months. Routine data on ${people} ${s.population} were analysed with mixed models; ${s.outcome.name} was the primary outcome.`,
        () =>
          `We randomised ${clusters} sites to ${s.treatment} or to continue with ${s.against}. ${people} ${s.population} were followed for ${s.outcome.name}, and researchers observed delivery.`,
        () =>
          `In a cluster trial at ${clusters} sites, ${s.treatment} was compared with ${s.against} for ${people} ${s.population}. Fidelity was observed on ${random.whole(18, 70)} occasions.`,
      ]),
      results: `${capital(effectInWords(effect, s.treatment, random))}. ${saying(random, [() => `Delivery reached ${delivered}% of those eligible and varied widely between sites.`, () => `${capital(inWords(random.whole(2, 5)))} sites stopped early, each for want of staff.`, () => `Where fidelity was above the median, the effect was about a third larger.`, () => `Staff described “${s.themes[0]}” as the main obstacle.`])}`,
      conclusion: verdict(s, effect.convincing, effect.verb),
    };
  },
};

export const protocol: Design = {
  name: 'protocol',
  kind: 'trial',
  titles: [
    (s) => `${acronym(s)}: protocol for a randomised trial of ${s.treatment} in ${s.population}`,
    (s) => `A trial of ${s.treatment} against ${s.against} for ${s.population}: study protocol`,
    (s) => `${capital(s.treatment)} ${s.setting}: protocol and statistical analysis plan`,
  ],
  parts: (s) => {
    const { random } = s;
    const people = withCommas(participants(s, 160, 1400));
    return {
      aim: saying(random, [
        () => `The trial asks ${s.ask}.`,
        () => `Trials so far have been short and have left out most ${s.population}.`,
        () => `It is not known ${s.ask}.`,
      ]),
      methods: saying(random, [
        () =>
          `${people} ${s.population} will be recruited ${s.setting} at ${inWords(random.whole(4, 22))} sites and randomised to ${s.treatment} or ${s.against}. Follow-up is ${months(s)}. The primary outcome is ${s.outcome.name}.`,
        () =>
          `A pragmatic, parallel-group trial with an internal pilot. The target is ${people} ${s.population}, which gives ${random.pick(['80', '90'])} per cent power for a difference of interest in ${s.outcome.name}${atTheEnd(s)}. Arms: ${s.treatment}; ${s.against}.`,
        () =>
          `Participants (target ${people}) are allocated in equal numbers to ${s.treatment} or ${s.against}. ${capital(s.outcome.name)} is measured at baseline and ${months(s)} by assessors who do not know the allocation.`,
      ]),
      results: saying(random, [
        () =>
          `A process evaluation includes interviews about “${s.themes[0]}”, and costs are collected from the health service's point of view.`,
        () =>
          `Methods include ${s.methods[0]} and ${s.methods[1] ?? 'patient diaries'}; a lay panel reviewed every document.`,
        () => 'Stopping rules, harms and handling of missing data are set out in advance.',
      ]),
      conclusion: saying(random, [
        () => `Recruitment opened in ${s.year} and results will be published whatever they show.`,
        () => 'Data will be available to other researchers on request, under the sponsor’s controlled-access policy.',
        () => `Results are expected in ${s.year + random.whole(2, 3)}; participants will hear them first.`,
      ]),
    };
  },
};
