import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { Database } from '#database';
import {
  type CollaborationEvent,
  type CollaborationPerson,
  eventsSql,
  type OfCollaboration,
  peopleSql,
} from './collaboration.record.js';
import { grouped } from './collaboration.terms.js';

/** What belongs to collaborations, for whoever may see them; those of one page are read together, in one statement each. */
@Injectable()
export class CollaborationRecords {
  // Without a cache they batch and keep nothing.
  private readonly eventsOf: DataLoader<string, (CollaborationEvent & OfCollaboration)[]>;
  private readonly peopleOf: DataLoader<string, (CollaborationPerson & OfCollaboration)[]>;

  constructor(@Inject(Database) private readonly database: Database) {
    this.eventsOf = this.loader(eventsSql);
    this.peopleOf = this.loader(peopleSql);
  }

  events(id: string): Promise<CollaborationEvent[]> {
    return this.eventsOf.load(id);
  }

  people(id: string): Promise<CollaborationPerson[]> {
    return this.peopleOf.load(id);
  }

  private loader<Row extends OfCollaboration>(sql: string): DataLoader<string, Row[]> {
    return new DataLoader(async (ids) => grouped(ids, await this.database.rows<Row>(sql, [[...new Set(ids)]])), {
      cache: false,
      maxBatchSize: 100,
    });
  }
}
