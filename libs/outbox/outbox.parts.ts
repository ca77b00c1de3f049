/** One row's subject. */
export interface Part {
  kind: string;
  id: string;
}

/** A part that could not be applied while others could, and why. */
export interface StuckPart extends Part {
  error: unknown;
}

/** Failures one after another that are no longer the fault of single parts: whatever applies them is out of order. */
const mostFailures = 100;

/**
 * Applies as much as can be applied, halving what fails down to single parts, and answers those that failed alone.
 * Rejects where nothing can be applied, or nothing any more: then no part is to blame.
 */
export const applyWhatCan = async (
  parts: readonly Part[],
  apply: (parts: readonly Part[]) => Promise<void>,
): Promise<StuckPart[]> => {
  const stuck: StuckPart[] = [];
  let worked = parts.length === 0;
  let failures = 0;

  const halve = async (some: readonly Part[]): Promise<void> => {
    try {
      await apply(some);
      worked = true;
      failures = 0;
      return;
    } catch (error) {
      failures += 1;
      if (failures >= mostFailures) throw error;
      const [only] = some;
      if (some.length === 1 && only) {
        stuck.push({ ...only, error });
        return;
      }
    }
    const middle = Math.ceil(some.length / 2);
    await halve(some.slice(0, middle));
    await halve(some.slice(middle));
  };

  if (parts.length > 0) await halve(parts);
  if (!worked) throw stuck[0]?.error;
  return stuck;
};
