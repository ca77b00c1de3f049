/** The engine cannot be reached or is not able to answer; the same call may succeed later. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}

/** The engine did not answer within its time limit. */
export class SearchTimedOut extends Error {
  override readonly name = 'SearchTimedOut';
}

/** The engine refused some documents; sending the same ones again would be refused again. */
export class SearchRefused extends Error {
  override readonly name = 'SearchRefused';

  /**
   * @param ids the documents refused
   * @param reason why the first of them was refused, in the engine's words
   */
  constructor(
    readonly ids: readonly string[],
    readonly reason: string,
  ) {
    super(
      `The search engine refused ${ids.length === 1 ? `document ${ids[0]}` : `${ids.length} documents`}: ${reason}`,
    );
  }
}
