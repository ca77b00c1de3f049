/** How a side is called, in SQL: the academic as they write themselves, or the organisation. */
export const nameOfSide = (academic: string, organisation: string) =>
  `CASE WHEN ${academic}.id IS NULL THEN ${organisation}.name
     ELSE concat_ws(' ', nullif(${academic}.honorific, ''), nullif(${academic}.given_name, ''), ${academic}.family_name) END`;
