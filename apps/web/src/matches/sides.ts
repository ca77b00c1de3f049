import type { Viewer } from '../api/queries';

export type MatchKind = 'academic' | 'organisation' | 'opportunity';

/** One side of a match. */
export interface Side {
  kind: MatchKind;
  id: string;
  name: string;
}

/** What the viewer can be matched with: their own profile, or an organisation of theirs, but never with its own kind. */
export const sidesOf = (viewer: Viewer, other: { kind: MatchKind; id: string }): Side[] => {
  const sides: Side[] = [
    ...(viewer.academic ? [{ kind: 'academic' as const, id: viewer.academic.id, name: viewer.academic.name }] : []),
    ...viewer.memberships.map(({ organisation: { id, name } }) => ({ kind: 'organisation' as const, id, name })),
  ];
  return sides.filter(({ kind, id }) => kind !== other.kind && id !== other.id);
};

/** "academic:123", as it stands in an address. */
export const writeSide = ({ kind, id }: { kind: MatchKind; id: string }) => `${kind}:${id}`;

export const readSide = (text: unknown): { kind: MatchKind; id: string } | undefined => {
  const [, kind, id] = /^(academic|organisation|opportunity):([0-9a-f-]{36})$/i.exec(String(text ?? '')) ?? [];
  return kind && id ? { kind: kind as MatchKind, id } : undefined;
};

/** Whether a side is the viewer's own to judge matches of; the server decides it for opportunities, too. */
export const mayJudge = (viewer: Viewer, { kind, id }: { kind: MatchKind; id: string }): boolean =>
  kind === 'academic'
    ? viewer.academic?.id === id
    : kind === 'organisation' && viewer.memberships.some(({ organisation }) => organisation.id === id);
