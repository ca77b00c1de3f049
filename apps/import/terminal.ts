/** Where a program writes: the two streams of the process, or what a test reads afterwards. */
export interface Terminal {
  out: NodeJS.WritableStream;
  /** what is under way, and what went wrong */
  error: NodeJS.WritableStream & { isTTY?: boolean };
}

/** A number as people read it: 12,345. */
export const counted = (number: number): string => Math.round(number).toLocaleString('en-GB');

/** "1 record", "12,345 records". */
export const several = (number: number, thing: string, things = `${thing}s`): string =>
  `${counted(number)} ${number === 1 ? thing : things}`;
