import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#accounts';

/** What two sides who work together have agreed on so far. */
export interface Engagement {
  academicId: string | null;
  /** The other side, where it is an organisation. */
  organisationId: string | null;
  engagementType: string;
  fte: number | null;
  daysPerYear: number | null;
  startsOn: string | null;
  endsOn: string | null;
  countsToTraining: boolean;
  /** The organisations that have given their permission for exactly this. */
  permittedBy: readonly string[];
}

/** Reads what a collaboration is about, for somebody who has a part in it; to anybody else there is none. */
export type EngagementReader = (viewer: SignedIn, collaborationId: string) => Promise<Engagement>;

/** Where a pre-check after contact reads the terms: the room that keeps them registers itself here when the program starts. */
@Injectable()
export class Engagements {
  private reader: EngagementReader | undefined;

  register(reader: EngagementReader): void {
    this.reader = reader;
  }

  read(viewer: SignedIn, collaborationId: string): Promise<Engagement> {
    if (!this.reader) throw new Error('Nobody keeps collaborations');
    return this.reader(viewer, collaborationId);
  }
}
