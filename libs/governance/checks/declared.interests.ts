import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import type { DeclaredInterest } from './pre-check.js';

/** Reads the interests that somebody has declared; `sql` reads them in the transaction that asks. */
export type InterestReader = (accountId: string, sql?: Sql) => Promise<readonly DeclaredInterest[]>;

/** Where declared interests are read from: the room that keeps them registers itself here when the program starts. */
@Injectable()
export class DeclaredInterests {
  private readonly readers: InterestReader[] = [];

  register(reader: InterestReader): void {
    this.readers.push(reader);
  }

  /** What somebody has declared, in all that keeps such things. */
  async of(accountId: string, sql?: Sql): Promise<DeclaredInterest[]> {
    return (await Promise.all(this.readers.map((read) => read(accountId, sql)))).flat();
  }
}
