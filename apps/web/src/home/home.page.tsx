import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AcademicCard } from '../academics/academic-card';
import { reading } from '../api/queries';
import { unmask } from '../generated/fragment-masking';
import {
  AcademicSummaryFragmentDoc,
  CountOpportunitiesDocument,
  DirectorySizeDocument,
  OpportunitySummaryFragmentDoc,
} from '../generated/graphql';
import { OpportunityCard } from '../opportunities/opportunity-card';
import { WantedTopics } from '../search/matched-topics';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { useBrief } from './brief';
import { BriefForm } from './brief-form';
import classes from './home.module.css';

const doors = [
  {
    to: '/academics',
    name: 'academics',
    label: 'Clinical academics',
    text: 'Clinicians of every profession who also do research.',
  },
  {
    to: '/organisations',
    name: 'organisations',
    label: 'Organisations',
    text: 'Companies, universities and NHS organisations.',
  },
  {
    to: '/opportunities',
    name: 'opportunities',
    label: 'Opportunities',
    text: 'Briefs of companies and project ideas of academics.',
  },
] as const;

const Doors = () => {
  const { data } = useQuery(reading('directory-size', DirectorySizeDocument, {}));
  return (
    <div className={classes.doors}>
      {doors.map(({ to, name, label, text }) => (
        <div key={to} className={classes.door}>
          {data ? <b>{data[name].totalCount.toLocaleString('en-GB')}</b> : <Skeleton height={31} width={80} />}
          <Link to={to}>{label}</Link>
          <p className="quiet">{text}</p>
        </div>
      ))}
    </div>
  );
};

/** What people ask themselves before they ask anybody else. */
const first = [
  { to: '/planner', label: 'Plan time away', text: 'Which type of time out of programme suits, and what is due when.' },
  {
    to: '/can-i',
    label: 'Can I do this?',
    text: 'What training, interests and policies say, with the source of each.',
  },
  { to: '/agreements/navigator', label: 'Which agreement fits?', text: 'A few questions lead to the usual one.' },
  { to: '/mentors', label: 'Mentors', text: 'People who have done it answer your questions.' },
] as const;

const BeforeYouAsk = () => (
  <div className={classes.doors} data-four>
    {first.map(({ to, label, text }) => (
      <div key={to} className={classes.door}>
        <Link to={to}>{label}</Link>
        <p className="quiet">{text}</p>
      </div>
    ))}
  </div>
);

const Newest = () => {
  const { data, error, refetch } = useQuery(
    reading('newest', CountOpportunitiesDocument, { query: null, filter: null, sort: 'newest' }),
  );
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={180} mt="md" radius={12} />;
  if (data.found.totalCount === 0) return <p className="quiet">No opportunity has been published yet.</p>;
  return (
    <>
      <ul data-cards>
        {data.found.nodes.map((node) => (
          <OpportunityCard key={unmask(OpportunitySummaryFragmentDoc, node).id} node={node} />
        ))}
      </ul>
      <p style={{ marginTop: '1rem' }}>
        <TextLink to="/opportunities" search={{ sort: 'newest' }}>
          All opportunities
        </TextLink>
      </p>
    </>
  );
};

const HomePage = () => {
  const brief = useBrief();
  const found = brief.academics;
  return (
    <WantedTopics value={new Set(brief.search.topics ?? [])}>
      <div className={classes.hero}>
        <div>
          <PageHeading title="Benchside">Clinical academics and industry, working together</PageHeading>
          <p className={classes.lead}>
            Find a partner, see why you fit, and agree how to work together. It does not take knowing the right people.
          </p>
          <ol className={classes.steps}>
            <li>
              <span aria-hidden="true">1</span>
              <p>Say what you need, or what you can offer, in your own words.</p>
            </li>
            <li>
              <span aria-hidden="true">2</span>
              <p>See who fits, with the reasons and the evidence in the open.</p>
            </li>
            <li>
              <span aria-hidden="true">3</span>
              <p>Ask. Contact details are shared only when both sides have said yes.</p>
            </li>
          </ol>
        </div>
        <BriefForm brief={brief} />
      </div>
      {found && found.nodes.length > 0 && (
        <section className={classes.section} aria-labelledby="first-results">
          <h2 id="first-results">People you could ask</h2>
          <ul data-cards>
            {found.nodes.map((node) => (
              <AcademicCard key={unmask(AcademicSummaryFragmentDoc, node).id} node={node} />
            ))}
          </ul>
          <p style={{ marginTop: '1rem' }}>
            <TextLink to="/academics" search={brief.search}>
              All {found.totalCount.toLocaleString('en-GB')}
            </TextLink>
          </p>
        </section>
      )}
      <section className={classes.section} aria-label="The directory">
        <Doors />
      </section>
      <section className={classes.section} aria-labelledby="before">
        <h2 id="before">Before you ask anybody</h2>
        <BeforeYouAsk />
      </section>
      <section className={classes.section} aria-labelledby="newest">
        <h2 id="newest">New opportunities</h2>
        <Newest />
      </section>
    </WantedTopics>
  );
};

export default HomePage;
