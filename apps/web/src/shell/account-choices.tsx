import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../api/auth';
import type { Viewer } from '../api/queries';
import { initialsOf } from '../search/matched-topics';
import classes from './account-choices.module.css';

/** Who is signed in, where their own pages are, and the way out. */
const AccountChoices = ({ viewer }: { viewer: Viewer }) => {
  const initials = initialsOf(viewer.name);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      // What one person has read is not left for the next.
      queries.clear();
      await navigate({ to: '/' });
    },
  });
  const profile = viewer.academic;
  return (
    <Menu
      position="bottom-end"
      width={250}
      classNames={{ dropdown: classes.dropdown, item: classes.item, label: classes.label }}
    >
      <Menu.Target>
        <UnstyledButton aria-label={`Your account: ${viewer.name}, ${initials}`}>
          <Avatar color="pine" size={36}>
            {initials}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.name}</Menu.Label>
        <Menu.Item onClick={() => navigate({ to: '/dashboard' })}>Dashboard</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/me' })}>
          {profile ? 'Change your profile' : 'Make your profile'}
        </Menu.Item>
        {profile && (
          <Menu.Item onClick={() => navigate({ to: '/academics/$id', params: { id: profile.id } })}>
            Your public profile
          </Menu.Item>
        )}
        {profile && <Menu.Item onClick={() => navigate({ to: '/me/portfolio' })}>Your portfolio</Menu.Item>}
        <Menu.Item onClick={() => navigate({ to: '/me/interests' })}>Your interests</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/opportunities/mine' })}>Your opportunities</Menu.Item>
        <Menu.Label>Meet people</Menu.Label>
        <Menu.Item onClick={() => navigate({ to: '/mentors' })}>Mentors</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/events' })}>Events</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/me/meetings' })}>Your meetings</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/introductions' })}>Introductions</Menu.Item>
        <Menu.Label>Plan and check</Menu.Label>
        <Menu.Item onClick={() => navigate({ to: '/planner' })}>Plan time away</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/can-i' })}>Can I do this?</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/agreements/navigator' })}>Which agreement fits?</Menu.Item>
        {viewer.memberships.length > 0 && <Menu.Label>Your organisations</Menu.Label>}
        {viewer.memberships.map(({ role, organisation: { id, name } }) => (
          <Menu.Item
            key={id}
            onClick={() =>
              role === 'office'
                ? navigate({ to: '/office/$organisationId', params: { organisationId: id } })
                : navigate({ to: '/organisations/$id/desk', params: { id } })
            }
          >
            {role === 'office' ? `Office of ${name}` : name}
          </Menu.Item>
        ))}
        {viewer.platformRole === 'platform-admin' && (
          <Menu.Item onClick={() => navigate({ to: '/admin' })}>Administration</Menu.Item>
        )}
        <Menu.Label>Your account</Menu.Label>
        <Menu.Item onClick={() => navigate({ to: '/me/searches' })}>Saved searches and letters</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/me/consent' })}>What you agreed to</Menu.Item>
        <Menu.Item onClick={() => navigate({ to: '/me/data' })}>Your data</Menu.Item>
        <Menu.Item onClick={() => leaving.mutate()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

export default AccountChoices;
