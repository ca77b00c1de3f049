/** Answers as an address holds them: "purpose.research_parties.two". Codes have small letters, digits and hyphens. */
export type Answers = Record<string, string>;

const pair = /^([a-z0-9-]{1,60})\.([a-z0-9-]{1,60})$/;

export const readAnswers = (text: string | undefined): Answers => {
  const answers: Answers = {};
  for (const part of (text ?? '').split('_').slice(0, 60)) {
    const [, question, answer] = pair.exec(part) ?? [];
    if (question && answer) answers[question] = answer;
  }
  return answers;
};

export const writeAnswers = (answers: Answers): string | undefined =>
  Object.entries(answers)
    .map(([question, answer]) => `${question}.${answer}`)
    .join('_') || undefined;
