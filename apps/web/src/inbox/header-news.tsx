import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { MarkNotificationsReadDocument, NewestNotificationsDocument } from '../generated/graphql';
import { BellIcon } from './bell-icon';
import classes from './inbox.module.css';
import { newsQuery } from './inbox.query';
import { ago } from './states';

/** What the reader is told of, in the header: how much is unread, and the newest few. */
const HeaderNews = () => {
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const { data: news } = useQuery(newsQuery);
  const newest = useQuery({
    ...reading('notifications', NewestNotificationsDocument, {}),
    enabled: opened,
    staleTime: 0,
  });
  const marking = useMutation({
    mutationFn: (ids: string[] | null) => ask(MarkNotificationsReadDocument, { ids }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['news'] });
      void queries.invalidateQueries({ queryKey: ['notifications'] });
    },
  });
  const unread = news?.unreadCount ?? 0;
  const notices = newest.data?.notifications.nodes ?? [];
  return (
    <Menu position="bottom-end" width={340} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          className={classes.bell}
          aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
        >
          <BellIcon />
          {unread > 0 && (
            <span className={classes.badge} aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {newest.isPending && <Menu.Label>Loading</Menu.Label>}
        {newest.error && <Menu.Item onClick={() => void newest.refetch()}>This could not be read: try again</Menu.Item>}
        {newest.data && notices.length === 0 && <Menu.Label>Nothing has happened yet</Menu.Label>}
        {notices.map(({ id, title, path, createdAt, readAt }) => (
          <Menu.Item
            key={id}
            className={classes.notice}
            data-unread={readAt === null || undefined}
            onClick={() => {
              if (readAt === null) marking.mutate([id]);
              if (path) router.history.push(path);
            }}
          >
            <b>{title}</b>
            <small>
              {ago(createdAt)}
              {readAt === null ? ', unread' : ''}
            </small>
          </Menu.Item>
        ))}
        <Menu.Divider />
        {unread > 0 && <Menu.Item onClick={() => marking.mutate(null)}>Mark all as read</Menu.Item>}
        <Menu.Item onClick={() => navigate({ to: '/inbox' })}>Open the inbox</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

export default HeaderNews;
