export { ACCESS, Access, type AccessLevel } from './access.js';
export {
  type Connection,
  checkFirst,
  connectionOf,
  listKey,
  offsetAfter,
  PageArgs,
  PageInfo,
  rankedPage,
} from './connection.js';
export { DateTime } from './date-time.js';
export {
  badInput,
  type Code,
  codes,
  conflict,
  DomainError,
  notAllowed,
  notFound,
  signInNeeded,
  tooMany,
} from './errors.js';
export { IdempotencyKey, isBlank, Line } from './line.js';
export { type Place, placeAfter, placedPage } from './placed.page.js';
export { selectedFields } from './selection.js';
export { type ShownBy, unshown } from './shown.js';
export { dayInWords, plainPounds, pounds, today } from './words.js';
export { isId, written, writtenIfAny } from './written.js';
