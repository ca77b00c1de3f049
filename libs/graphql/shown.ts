/** Which field of the schema shows each column; null where none does. A column that is not named is read always. */
export type ShownBy<Row> = Partial<Record<keyof Row, string | null>>;

const known = new WeakMap<object, WeakMap<ReadonlySet<string>, string[]>>();

/** The columns that nobody reads where these fields are asked for; worked out once for each operation. */
export const unshown = <Row>(shownBy: ShownBy<Row>, fields: ReadonlySet<string>): string[] => {
  const byFields = known.get(shownBy) ?? new WeakMap<ReadonlySet<string>, string[]>();
  known.set(shownBy, byFields);
  let columns = byFields.get(fields);
  if (!columns) {
    columns = Object.entries<string | null | undefined>(shownBy).flatMap(([column, field]) =>
      field && fields.has(field) ? [] : [column],
    );
    byFields.set(fields, columns);
  }
  return columns;
};
