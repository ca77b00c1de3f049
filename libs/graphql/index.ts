export { ACCESS, Access, type AccessLevel } from './access.js';
export {
  type Connection,
  connectionOf,
  listKey,
  offsetAfter,
  PageArgs,
  PageInfo,
  rankedPage,
} from './connection.js';
export { DateTime } from './date-time.js';
export { badInput, conflict, DomainError, notAllowed, notFound, signInNeeded, tooMany } from './errors.js';
export { type Place, placeAfter, placedPage } from './placed.page.js';
export { selectedFields } from './selection.js';
