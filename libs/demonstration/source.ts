/** The name under which the generated records stand in the directory. */
export const sourceName = 'demonstration';

/** The key of the record with that number, counted from one. */
export const keyOf = (kind: 'academic' | 'company' | 'opportunity', number: number): string =>
  `${kind}-${String(number).padStart(5, '0')}`;
