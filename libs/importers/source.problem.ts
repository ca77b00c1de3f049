/** What is wrong with a file or folder as a whole, in words for the person at the terminal. */
export class SourceProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SourceProblem';
  }
}
