import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Viewer } from '#accounts';
import { Database } from '#database';
import type { Collaboration } from './collaboration.entity.js';
import {
  type CollaborationEvent,
  type CollaborationMessage,
  type CollaborationPerson,
  type CollaborationTask,
  eventsSql,
  messagesSql,
  type OfCollaboration,
  peopleSql,
  tasksSql,
} from './collaboration.record.js';
import { grouped } from './collaboration.terms.js';

/** What belongs to collaborations, for whoever may see them; those of one page are read together, in one statement each. */
@Injectable()
export class CollaborationRecords {
  // Without a cache they batch and keep nothing.
  private readonly eventsOf: DataLoader<string, (CollaborationEvent & OfCollaboration)[]>;
  private readonly peopleOf: DataLoader<string, (CollaborationPerson & OfCollaboration)[]>;

  private readonly tasksOf: DataLoader<string, CollaborationTask[]>;
  private readonly messagesOf: DataLoader<string, (CollaborationMessage & OfCollaboration)[]>;

  constructor(@Inject(Database) private readonly database: Database) {
    this.eventsOf = this.loader(eventsSql);
    this.peopleOf = this.loader(peopleSql);
    this.tasksOf = this.loader(tasksSql);
    this.messagesOf = this.loader(messagesSql);
  }

  /** What was done, newest first. What the two sides wrote about it is between them: an office does not read it. */
  async events({ id, role }: Collaboration): Promise<CollaborationEvent[]> {
    const events = await this.eventsOf.load(id);
    return role === 'office' ? events.map((event) => ({ ...event, note: null })) : events;
  }

  people(id: string): Promise<CollaborationPerson[]> {
    return this.peopleOf.load(id);
  }

  tasks(id: string): Promise<CollaborationTask[]> {
    return this.tasksOf.load(id);
  }

  /** The newest messages, oldest first; an office does not read them. */
  async messages(viewer: Viewer, { id, role }: Collaboration): Promise<CollaborationMessage[]> {
    if (role === 'office') return [];
    const rows = await this.messagesOf.load(id);
    return rows.map((row) => ({ ...row, mine: row.accountId !== null && row.accountId === viewer.accountId }));
  }

  private loader<Row extends OfCollaboration>(sql: string): DataLoader<string, Row[]> {
    return new DataLoader(async (ids) => grouped(ids, await this.database.rows<Row>(sql, [[...new Set(ids)]])), {
      cache: false,
      maxBatchSize: 100,
    });
  }
}
