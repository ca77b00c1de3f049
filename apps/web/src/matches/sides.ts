import { reading, type Viewer } from '../api/queries';
import { OwnOpportunitiesDocument, type OwnOpportunitiesQuery } from '../generated/graphql';

export type MatchKind = 'academic' | 'organisation' | 'opportunity';

/** One side of a match. */
export interface Side {
  kind: MatchKind;
  id: string;
  name: string;
}

type Offered = OwnOpportunitiesQuery['myOpportunities'];

/** The briefs and ideas that the viewer offers. */
export const ownOpportunities = reading('own-opportunities', OwnOpportunitiesDocument, {});

/** What people look for with a brief is people, and with an idea of their own organisations. */
const sought = ({ side }: Offered[number]): MatchKind => (side === 'company' ? 'academic' : 'organisation');

/**
 * What the viewer can be matched with: their own profile, an organisation of theirs, or what they offer, but never with
 * its own kind.
 */
export const sidesOf = (viewer: Viewer, offered: Offered, other: { kind: MatchKind; id: string }): Side[] => {
  const sides: Side[] = [
    ...(viewer.academic ? [{ kind: 'academic' as const, id: viewer.academic.id, name: viewer.academic.name }] : []),
    ...viewer.memberships.map(({ organisation: { id, name } }) => ({ kind: 'organisation' as const, id, name })),
    ...offered
      .filter((one) => one.state === 'published' && sought(one) === other.kind)
      .map(({ id, title }) => ({ kind: 'opportunity' as const, id, name: title })),
  ];
  return sides.filter(({ kind, id }) => kind !== other.kind && id !== other.id);
};

/** "academic:123", as it stands in an address. */
export const writeSide = ({ kind, id }: { kind: MatchKind; id: string }) => `${kind}:${id}`;

export const readSide = (text: unknown): { kind: MatchKind; id: string } | undefined => {
  const [, kind, id] = /^(academic|organisation|opportunity):([0-9a-f-]{36})$/i.exec(String(text ?? '')) ?? [];
  return kind && id ? { kind: kind as MatchKind, id } : undefined;
};

/** Whether a side is the viewer's own to judge matches of. */
export const mayJudge = (viewer: Viewer, offered: Offered, { kind, id }: { kind: MatchKind; id: string }): boolean => {
  if (kind === 'academic') return viewer.academic?.id === id;
  if (kind === 'organisation') return viewer.memberships.some(({ organisation }) => organisation.id === id);
  return offered.some((one) => one.id === id);
};
