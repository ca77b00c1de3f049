/** Something the person at the terminal can act on: its message is shown without a stack. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = 'Failure';
  }
}
