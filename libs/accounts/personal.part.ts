/**
 * What one table holds of people. In its statements, :account and :profile are the person's ids and :email their address;
 * each may be null, of somebody who has no account or no profile.
 */
export interface PersonalTable {
  /** Every column that leads to a person: the id of their account or profile, or an address. */
  leads: readonly string[];
  /** What the person gets of it, under a heading of their own; or why they get nothing. */
  copy: { title: string; sql: string } | { none: string };
  /** What becomes of it when the person is erased: it goes, or what stays of it, and why. */
  erasure: 'goes' | { stays: string };
  /** What is done for that where removing account and profile does not do it by itself. */
  erase?: readonly string[];
  /** Texts in which the name and the addresses of the person are struck out, in the rows that are told. */
  strike?: { columns: readonly string[]; where: string };
}

/** What one room holds of people, by table: what a person can take away, and what their erasure does. */
export interface PersonalPart {
  /** As the person reads it. */
  room: string;
  tables: Readonly<Record<string, PersonalTable>>;
}

/** Words for a table that has no more than who did something. */
export const onlyWho = (thing: string): Pick<PersonalTable, 'erasure'> => ({
  erasure: { stays: `${thing}, without who did it.` },
});
