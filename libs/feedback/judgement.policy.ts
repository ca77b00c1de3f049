import { badInput } from '#graphql';
import type { JudgeMatchInput } from './judgement.inputs.js';
import { judgementReasons } from './judgement.rules.js';

/** What a judgement must be: relevant, or not relevant with a reason that is known. */
export const checkJudgement = ({ relevant, reasons }: Pick<JudgeMatchInput, 'relevant' | 'reasons'>): void => {
  const codes = judgementReasons.map(({ code }) => code);
  const unknown = reasons.find((reason) => !codes.includes(reason));
  if (unknown !== undefined) {
    throw badInput('reasons', `"${unknown.slice(0, 60)}" is not a reason.`, `Use ${codes.join(', ')}.`);
  }
  if (relevant && reasons.length > 0) {
    throw badInput('reasons', 'a relevant match has none.', 'Leave them out, or say that it is not relevant.');
  }
  if (!relevant && reasons.length === 0) {
    throw badInput('reasons', 'there is none.', `Say why it is not relevant: ${codes.join(', ')}.`);
  }
};
