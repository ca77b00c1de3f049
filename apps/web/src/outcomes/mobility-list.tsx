import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { MobilityDocument, type MobilityQuery } from '../generated/graphql';
import { dayOf } from '../theme/words';

export type Move = MobilityQuery['mobility'][number];

export const directionWords: Record<string, string> = {
  'to-industry': 'To industry',
  'to-academia': 'Back to academia',
};

export const moveSpan = ({ startedOn, endedOn }: Move) => `${dayOf(startedOn)} to ${endedOn ? dayOf(endedOn) : 'now'}`;

export const mobilityOf = (academicId: string) => reading('mobility', MobilityDocument, { academicId });

/** The moves between academia and industry that an academic shows; nothing where there are none. */
export const MobilityList = ({ academicId }: { academicId: string }) => {
  const moves = useQuery(mobilityOf(academicId)).data?.mobility.filter(({ shown }) => shown) ?? [];
  if (moves.length === 0) return null;
  return (
    <>
      <h3>Moves between academia and industry</h3>
      <ul>
        {moves.map((move) => (
          <li key={move.id}>
            {directionWords[move.direction]}: {move.what}, {move.organisation} ({moveSpan(move)})
          </li>
        ))}
      </ul>
    </>
  );
};
