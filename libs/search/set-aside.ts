import { Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import type { MatchSubject } from './search.inputs.js';

/** What a viewer does not want to be shown again for one of their sides, by id. */
export type SetAside = (viewer: Viewer, subject: MatchSubject) => Promise<ReadonlySet<string>>;

/** Who knows what viewers have set aside. The libraries to the right of this one register here. */
@Injectable()
export class SetAsideMatches {
  private readonly known: SetAside[] = [];

  follow(setAside: SetAside) {
    this.known.push(setAside);
  }

  async of(viewer: Viewer, subject: MatchSubject): Promise<ReadonlySet<string>> {
    const found = await Promise.all(this.known.map((setAside) => setAside(viewer, subject)));
    return new Set(found.flatMap((ids) => [...ids]));
  }
}
