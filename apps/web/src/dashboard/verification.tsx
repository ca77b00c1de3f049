import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { organisationProfile } from '../organisations/organisation.query';
import classes from './dashboard.module.css';

/** An organisation of the viewer's that waits to be verified. */
export const Verification = ({ id }: { id: string }) => {
  const { data } = useQuery(organisationProfile(id));
  if (!data || !['unverified', 'pending'].includes(data.organisation.verification)) return null;
  return (
    <li className={classes.action}>
      <div>
        <h3>
          <Link to="/organisations/$id/desk" params={{ id }}>
            {data.organisation.name} waits to be verified
          </Link>
        </h3>
        <p>A website and a number in a register speed it up. Requests and publishing come with it.</p>
      </div>
    </li>
  );
};
