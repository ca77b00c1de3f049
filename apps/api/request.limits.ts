/** A request's body may have this many bytes: a long brief many times over. */
export const longestBody = 256 * 1024;
