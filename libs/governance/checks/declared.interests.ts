import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#accounts';
import type { DeclaredInterest } from './pre-check.js';

/** Reads the interests that somebody has declared. */
export type InterestReader = (viewer: SignedIn) => Promise<readonly DeclaredInterest[]>;

/** Where declared interests are read from: the room that keeps them registers itself here when the program starts. */
@Injectable()
export class DeclaredInterests {
  private readonly readers: InterestReader[] = [];

  register(reader: InterestReader): void {
    this.readers.push(reader);
  }

  /** What somebody has declared, in all that keeps such things. */
  async of(viewer: SignedIn): Promise<DeclaredInterest[]> {
    return (await Promise.all(this.readers.map((read) => read(viewer)))).flat();
  }
}
