import { capital, inWords, listed, voicesOf, withCommas } from '../language.js';
import { saying } from '../random.js';
import { effectInWords, effectOn } from './results.js';
import { type Design, participants, type Study } from './study.js';

const quoted = (themes: readonly string[], count: number) =>
  listed(themes.slice(0, count).map((theme) => `“${theme}”`));

/** Interviews, observation and focus groups. */
export const interviews: Design = {
  name: 'qualitative study',
  kind: 'publication',
  titles: [
    (s) => `“${capital(s.themes[0] ?? '')}”: ${voicesOf(s.population)} talk about ${s.strand.name}`,
    (s) => `How ${voicesOf(s.population)} experience ${s.treatment}: a qualitative study`,
    (s) => `Living with the decision: interviews about ${s.treatment}`,
    (s) => `${capital(s.treatment)} seen from both sides: interviews with ${voicesOf(s.population)} and staff`,
    (s) => `“${capital(s.themes[1] ?? s.themes[0] ?? '')}”: an interview study ${s.setting}`,
  ],
  parts: (s) => {
    const { random } = s;
    const people = random.whole(14, 38);
    const staff = random.whole(6, 19);
    return {
      aim: saying(random, [
        () => `We wanted to understand ${s.ask}.`,
        () => `Numbers alone had not told us ${s.ask}.`,
        () => `The views of ${voicesOf(s.population)} are missing from most work on ${s.strand.name}.`,
      ]),
      methods: saying(random, [
        () =>
          `We interviewed ${people} ${voicesOf(s.population)} and ${staff} members of staff ${s.setting}, and analysed the transcripts thematically with two lay researchers.`,
        () =>
          `Semi-structured interviews with ${people} ${voicesOf(s.population)}, sampled for age, ethnicity and experience of ${s.treatment}; framework analysis.`,
        () =>
          `${capital(inWords(random.whole(3, 6)))} focus groups and ${people} interviews were held, some with an interpreter. Analysis followed a reflexive thematic approach.`,
        () =>
          `A researcher spent ${random.whole(60, 180)} hours observing ${s.treatment} and spoke with ${people} ${voicesOf(s.population)} and ${staff} clinicians.`,
      ]),
      results: saying(random, [
        () =>
          `Three themes ran through the accounts: ${quoted(s.themes, 3)}. People judged ${s.treatment} by how it fitted the day, not by ${s.outcome.name}.`,
        () =>
          `Participants spoke of ${quoted(s.themes, 2)}. Staff were more hopeful than those they cared for, and had less time than they wished.`,
        () =>
          `${capital(quoted(s.themes, 2))} stood for two ways of seeing the same care. What changed minds was a person who could be reached again.`,
        () =>
          `Most welcomed ${s.treatment}; the reservations had to do with ${quoted(s.themes, 2)}. Those who had stopped were seldom asked why.`,
      ]),
      conclusion: saying(random, [
        () => `Those who design ${s.treatment} should begin with these accounts.`,
        () => `Interventions for ${voicesOf(s.population)} need to make room for talk as well as technique.`,
        () => 'The findings have been turned into a checklist for teams, and into changes to our trial.',
        () => 'What services count and what people value are not the same.',
        () => 'A short film made by participants carries the results to other services.',
      ]),
    };
  },
};

/** Making and trying something with the people who will use it. */
export const coDesign: Design = {
  name: 'co-design',
  kind: 'publication',
  titles: [
    (s) => `Designing ${s.treatment} with ${voicesOf(s.population)}`,
    (s) => `Usability of ${s.treatment}: think-aloud study and log data`,
    (s) => `${capital(s.treatment)}: from prototype to daily use`,
    (s) => `What people do with ${s.treatment} when nobody is watching: a study of use`,
  ],
  parts: (s) => {
    const { random } = s;
    const people = random.whole(12, 42);
    const week1 = random.whole(78, 96);
    const later = week1 - random.whole(18, 46);
    return {
      aim: saying(random, [
        () => `We set out to design ${s.treatment} around the day of those who use it.`,
        () => `We asked ${s.ask}.`,
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `${capital(inWords(random.whole(3, 6)))} workshops with ${people} ${voicesOf(s.population)} and their clinicians led to ${inWords(random.whole(2, 4))} prototypes, each used for a fortnight. We kept logs and think-aloud recordings.`,
        () =>
          `${people} ${voicesOf(s.population)} used ${s.treatment} for ${inWords(random.whole(4, 12))} weeks ${s.setting}. We combined use logs, the System Usability Scale and interviews.`,
        () =>
          `Iterative testing with ${people} ${voicesOf(s.population)}, of whom ${random.whole(3, 11)} had low digital confidence, using ${s.methods[0]} and observation. Sessions were recorded, and coded by two people.`,
      ]),
      results: saying(random, [
        () =>
          `Use fell from ${week1}% in the first week to ${later}% at the end; a call at the right time brought half of those people back. Usability scored ${random.whole(64, 88)} of 100. People raised “${s.themes[0]}”.`,
        () =>
          `${capital(inWords(random.whole(7, 10)))} problems were found and ${inWords(random.whole(4, 7))} mended before the next round. The most serious had to do with “${s.themes[0]}”.`,
        () =>
          `Median use was ${random.whole(3, 6)} days a week. Those who stopped gave “${s.themes[0]}” and “${s.themes[1] ?? s.themes[0]}” as reasons; none cited the technology itself.`,
      ]),
      conclusion: saying(random, [
        () => 'The version that goes to trial is simpler than the one we began with.',
        () => `${capital(voicesOf(s.population))} should be paid members of such design teams.`,
        () => `Engagement data need interpretation: a day without use was often a good day.`,
        () => `The design is ready for a comparison with ${s.against}.`,
      ]),
    };
  },
};

export const review: Design = {
  name: 'systematic review',
  kind: 'publication',
  titles: [
    (s) => `${capital(s.treatment)} for ${s.population}: systematic review and meta-analysis`,
    (s) => `Evidence for ${s.strand.name}: a systematic review`,
    (s) => `What works for ${s.population}? A review of ${s.treatment} and its alternatives`,
    (s) => `Outcomes reported in trials of ${s.treatment}: systematic review`,
  ],
  parts: (s) => {
    const { random } = s;
    const found = random.whole(7, 41);
    const people = withCommas(participants(s, 900, 17_000));
    const effect = effectOn(s.outcome, random);
    return {
      aim: saying(random, [
        () => `We asked ${s.ask}.`,
        () => `Earlier reviews of ${s.treatment} have mixed very different groups of people.`,
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `We searched ${inWords(random.whole(5, 8))} databases to ${s.year - 1} for trials of ${s.treatment} in ${s.population}. Two reviewers chose studies and judged bias; certainty was graded.`,
        () =>
          `Controlled studies of ${s.treatment} against ${s.against} or similar care were sought without language limits. Random-effects models were used for ${s.outcome.name}.`,
      ]),
      results: `${capital(inWords(found))} studies with ${people} participants were included. ${capital(effectInWords(effect, s.treatment, random))}. ${saying(random, [() => 'Certainty was moderate, lowered for inconsistency.', () => `Only ${inWords(random.whole(2, 6))} studies reported harm.`, () => 'Small studies gave larger effects.', () => `Few studies included people over 75 or gave ethnicity.`])}`,
      conclusion: effect.convincing
        ? saying(random, [
            () => `${capital(s.treatment)} probably helps ${s.population}; how best to deliver it is less clear.`,
            () => 'Further small trials are not needed; studies of delivery are.',
            () => `The evidence supports ${s.treatment}, with ${s.outcome.name} as a core outcome.`,
          ])
        : saying(random, [
            () => `The evidence for ${s.treatment} is too thin to guide practice.`,
            () => 'One well-run trial would change this picture.',
            () => `Whether ${s.treatment} helps ${s.population} is still open.`,
          ]),
    };
  },
};

export const economics: Design = {
  name: 'economic evaluation',
  kind: 'publication',
  titles: [
    (s) => `Cost-effectiveness of ${s.treatment} for ${s.population}`,
    (s) => `Is ${s.treatment} worth it? An economic evaluation ${s.setting}`,
    (s) => `${capital(s.treatment)} compared with ${s.against}: costs and quality of life`,
  ],
  parts: (s) => {
    const { random } = s;
    const cost = random.whole(4, 96) * 10;
    const gain = random.between(0.006, 0.09);
    const ratio = Math.round(cost / gain / 100) * 100;
    const within = ratio < 20_000 ? random.whole(71, 93) : ratio < 30_000 ? random.whole(42, 68) : random.whole(8, 33);
    return {
      aim: saying(random, [
        () => `We estimated the cost of ${s.treatment} and what it buys.`,
        () => 'Decision makers asked for figures that trials had not given.',
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `A model compared ${s.treatment} with ${s.against} for ${s.population}, with a horizon of ${random.pick(['five', 'ten', 'twenty'])} years, from the health and social care perspective. Inputs came from a trial (n = ${withCommas(participants(s, 140, 900))}) and national costs.`,
        () =>
          `Alongside a trial with ${withCommas(participants(s, 140, 900))} ${s.population}, we recorded service use, medicines and EQ-5D to ${inWords(s.months)} months, with bootstrapped intervals.`,
      ]),
      results: saying(random, [
        () =>
          `${capital(s.treatment)} cost £${cost} more per person and gained ${gain.toFixed(3)} quality-adjusted life years, or £${withCommas(ratio)} for each. The probability of being cost-effective at £20,000 was ${within}%. Staff time drove the result.`,
        () =>
          `The extra cost was £${cost} (95% CI £${Math.max(5, cost - random.whole(30, 90))} to £${cost + random.whole(40, 190)}) for ${gain.toFixed(3)} quality-adjusted life years. At £20,000 a year gained, the chance of good value was ${within}%.`,
      ]),
      conclusion:
        ratio < 20_000
          ? saying(random, [
              () => 'It is likely to be good value at current prices.',
              () => `Commissioners can expect to recover the cost within ${inWords(random.whole(2, 5))} years.`,
            ])
          : random.pick([
              'At the present price the case is weak; a lower price would change it.',
              'Value depends on who is treated, and the model shows for whom.',
            ]),
    };
  },
};

export const consensus: Design = {
  name: 'consensus study',
  kind: 'other',
  titles: [
    (s) => `A core outcome set for ${s.strand.name}`,
    (s) => `Agreeing how to use ${s.treatment}: a Delphi study`,
    (s) => `Priorities for research on ${s.strand.name}: a partnership of patients, carers and clinicians`,
    (s) => `Competencies for ${s.treatment}: consensus statement`,
  ],
  parts: (s: Study) => {
    const { random } = s;
    const people = random.whole(64, 210);
    return {
      aim: saying(random, [
        () => `Studies of ${s.strand.name} measure different things, which makes them hard to combine.`,
        () => `There was no agreement on when to use ${s.treatment}.`,
      ]),
      methods: saying(random, [
        () =>
          `${people} people, a third of them ${s.population} or carers, took part in ${inWords(random.whole(2, 3))} Delphi rounds and a final meeting.`,
        () =>
          `We collected ${withCommas(random.whole(220, 1400))} suggestions from ${people} patients, carers and clinicians, and ranked them in workshops held ${s.setting} and online.`,
      ]),
      results: saying(random, [
        () =>
          `From ${random.whole(38, 96)} candidates, ${inWords(random.whole(5, 9))} were agreed. ${capital(s.outcome.name)} was ranked first by clinicians; patients put “${s.themes[0]}” above it.`,
        () =>
          `Agreement was reached on ${random.whole(11, 24)} statements. The hardest concerned who should decide to stop, and what to tell people about “${s.themes[0]}”.`,
      ]),
      conclusion: random.pick([
        'The set is free to use, and comes with the instruments that we recommend for each item.',
        'Funders have used the list in two calls.',
        'Trials that adopt it can be compared at last.',
      ]),
    };
  },
};

/** Things people use: packages, software, courses, data. */
export const output: Design = {
  name: 'product',
  kind: 'product',
  titles: [
    (s) => `A training package for ${s.treatment}`,
    (s) => `Toolkit: ${s.strand.name} for teams who are starting out`,
    (s) => `Open data set: ${s.outcome.name} in ${s.population}`,
    (s) => `Decision aid for ${s.population} considering ${s.treatment}`,
  ],
  parts: (s) => {
    const { random } = s;
    return {
      aim: saying(random, [
        () => `Made because teams kept asking us how to begin with ${s.treatment}.`,
        () => `Built with ${random.whole(8, 30)} ${s.population} and tested ${s.setting}.`,
      ]),
      methods: saying(random, [
        () =>
          `It holds films, checklists for ${s.methods[0]} and ${s.methods[1] ?? 'audit'}, and examples of what to say when people raise “${s.themes[0]}”.`,
        () => `Contents: a plain-language guide, a form for recording ${s.outcome.name}, and code for the analysis.`,
        () => `Each part was read aloud to users before release, and rewritten where they stumbled.`,
      ]),
      results: saying(random, [
        () =>
          `${withCommas(random.whole(140, 3900))} people have used it so far, in ${inWords(random.whole(6, 40))} organisations. In a before-and-after check, correct use rose from ${random.whole(30, 52)}% to ${random.whole(66, 91)}%.`,
        () =>
          `It is in use in ${inWords(random.whole(6, 40))} services; ${random.whole(71, 95)}% of users would recommend it, and the others told us what to change.`,
      ]),
      conclusion: saying(random, [
        () => 'Free for the health service; companies may license it through the university.',
        () => `Version ${random.whole(2, 4)} is in preparation, and partners for translation are welcome.`,
        () => 'Updated every year by the team that made it.',
      ]),
    };
  },
};
