import { Inject, Injectable } from '@nestjs/common';
import { isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { badInput, type Connection, type Place, placeAfter, placedPage, signInNeeded } from '#graphql';
import { Notification } from './notification.entity.js';
import { NotificationSubjects } from './notification.subjects.js';

/** Which notifications are wanted. */
export interface NotificationPage {
  first: number;
  after?: string | null;
  unreadOnly: boolean;
}

const pageSql = (columns: string) => `
  SELECT ${columns} FROM notification n
  WHERE n.account_id = $1 AND (NOT $2::boolean OR n.read_at IS NULL)
    AND ($3::timestamptz IS NULL OR (n.created_at, n.id) < ($3, $4::uuid))
  ORDER BY n.created_at DESC, n.id DESC LIMIT $5`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What people were told, as they read it. */
@Injectable()
export class NotificationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationSubjects) private readonly subjects: NotificationSubjects,
  ) {}

  /** A page of the viewer's notifications, newest first. */
  async list(viewer: Viewer, { first, after, unreadOnly }: NotificationPage): Promise<Connection<Notification>> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const list = unreadOnly ? 'unread' : 'notifications';
    const place: Place | null = placeAfter(list, after);
    const counted = await this.database.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM notification WHERE account_id = $1 AND (NOT $2::boolean OR read_at IS NULL)`,
      [viewer.accountId, unreadOnly],
    );
    const rows = await this.database.rows<Notification>(pageSql(this.database.columns(Notification, 'n')), [
      viewer.accountId,
      unreadOnly,
      place?.createdAt ?? null,
      place?.id ?? null,
      first + 1,
    ]);
    const nodes = await this.complete(rows.slice(0, first));
    return placedPage(list, nodes, {
      totalCount: counted?.total ?? 0,
      hasNextPage: rows.length > first,
      after: place,
    });
  }

  /** How many the viewer has not read. */
  async unread(viewer: Viewer): Promise<number> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const row = await this.database.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM notification WHERE account_id = $1 AND read_at IS NULL',
      [viewer.accountId],
    );
    return row?.count ?? 0;
  }

  /** Marks these, or all, of the viewer's notifications as read; answers how many are left unread. */
  async markRead(viewer: Viewer, ids: readonly string[] | null): Promise<number> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (ids && ids.length > 100)
      throw badInput('ids', 'there are more than 100.', 'Leave them out to mark all as read.');
    await this.database.affected(
      `UPDATE notification SET read_at = now()
       WHERE account_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY($2))`,
      [viewer.accountId, ids?.filter((id) => uuid.test(id)) ?? null],
    );
    return this.unread(viewer);
  }

  private async complete(rows: Notification[]): Promise<Notification[]> {
    const words = await this.subjects.words(this.database, rows);
    return rows.map((row) => {
      const said = words.get(row.id);
      return Object.assign(new Notification(), row, {
        title: said?.title ?? 'This is about something that is no longer here.',
        path: said?.path ?? null,
      });
    });
  }
}
