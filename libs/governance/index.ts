export { CitedRule } from './rules/cited.rule.js';
export {
  checkedRules,
  governanceRules,
  type RulePlace,
  type RuleSet,
} from './rules/rule.set.js';
export { type OopType, oopTypes, type SignOffCode, signOffCodes } from './rules/rule.shapes.js';
export { type RequiredSignOff, requiredSignOffs, type SignOffFacts, signOffLabels } from './sign-offs.js';
