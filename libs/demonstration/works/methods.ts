import { capital, inWords, withCommas } from '../language.js';
import { saying } from '../random.js';
import { type Design, participants } from './study.js';

/** A way of working, set against what is usually done: a design, a model, an analysis. */
export const methodsStudy: Design = {
  name: 'methods study',
  kind: 'publication',
  titles: [
    (s) => `${capital(s.treatment)}: a worked example and a simulation study`,
    (s) => `When does ${s.treatment} do better than ${s.against}?`,
    (s) => `${capital(s.treatment)} compared with ${s.against}: lessons from ${s.population}`,
    (s) => `Practical guide to ${s.treatment}, with code`,
    (s) => `Testing the method before the question: ${s.treatment} ${s.setting}`,
  ],
  parts: (s) => {
    const { random } = s;
    const nearer = random.whole(14, 46);
    return {
      aim: saying(random, [
        () => `We asked ${s.ask}.`,
        () => `${capital(s.treatment)} is often proposed and seldom compared with ${s.against}.`,
        () => '',
      ]),
      methods: saying(random, [
        () =>
          `We applied ${s.treatment} and ${s.against} to the same question, using data on ${withCommas(participants(s, 2_000, 60_000))} ${s.population}, and repeated both in ${withCommas(random.whole(5, 40) * 100)} simulated sets where the truth was known.`,
        () =>
          `${capital(inWords(random.whole(3, 7)))} earlier studies were run again with ${s.treatment}, blind to the published result, and compared with ${s.against}. ${capital(s.methods[0] ?? 'registration')} was planned in advance.`,
        () =>
          `Working ${s.setting}, two teams analysed the same records of ${withCommas(participants(s, 900, 24_000))} ${s.population}, one by ${s.treatment}, one by ${s.against}.`,
      ]),
      results: saying(random, [
        () =>
          `Estimates agreed in ${inWords(random.whole(4, 6))} of seven comparisons. Error was ${nearer}% smaller with ${s.treatment} where the sample was small, and no different elsewhere.`,
        () =>
          `${capital(s.treatment)} came within ${random.whole(2, 9)}% of the truth; the alternative missed it by ${random.whole(10, 31)}%. Most of the gap came from choices made before the analysis.`,
        () =>
          `The answer changed in ${inWords(random.whole(1, 3))} cases, each time because of who had been left out of the data. Running time was ${inWords(random.whole(2, 9))} hours.`,
      ]),
      conclusion: saying(random, [
        () => `${capital(s.treatment)} is worth the extra work when decisions hang on it.`,
        () => 'The protocol, the code and the deviations from both are public.',
        () => `We would still choose ${s.against} where data are scarce.`,
        () => 'A checklist for sponsors and reviewers is attached.',
      ]),
    };
  },
};
