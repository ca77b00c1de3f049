import type { Block, WrittenDocument } from '#files';

/** What is held about somebody under one heading. */
export interface HeldList {
  title: string;
  rows: Record<string, unknown>[];
}

/** Everything held about somebody, room by room, and what is left out. */
export interface PersonalCopy {
  writtenAt: string;
  rooms: { room: string; lists: HeldList[] }[];
  leftOut: { table: string; why: string }[];
}

const inWords = (name: string) => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const shown = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, 16);
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A person's copy of what is held about them, to read. */
export const copyDocument = (name: string, { writtenAt, rooms, leftOut }: PersonalCopy): WrittenDocument => ({
  title: 'What Benchside holds about you',
  subtitle: `${name}, ${writtenAt.slice(0, 10)}. Times are in UTC.`,
  footer: 'Benchside: my data',
  blocks: [
    ...rooms.flatMap(({ room, lists }): Block[] => [
      { kind: 'heading', text: room },
      ...lists.flatMap(({ title, rows }): Block[] => [
        { kind: 'heading', text: title, level: 2 },
        ...rows.map(
          (row): Block => ({
            kind: 'facts',
            rows: Object.entries(row)
              .filter(([, value]) => !isEmpty(value))
              .map(([field, value]) => [inWords(field), shown(value)] as const),
          }),
        ),
      ]),
    ]),
    { kind: 'heading', text: 'What is left out' },
    { kind: 'list', items: leftOut.map(({ table, why }) => `${inWords(table)}: ${why}`) },
  ],
});
