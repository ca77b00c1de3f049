import { Alert, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { OpportunityProfileQuery } from '../generated/graphql';
import { NdaDetails } from '../inbox/nda-text';
import { HowYouMatch } from '../matches/how-you-match';
import classes from '../profiles/profile.module.css';
import { ContactRule, Contents, Facts, PrintButton, Section, sourceText, Terms } from '../profiles/profile-parts';
import { ProfileOf } from '../profiles/profile-query';
import { AskAboutOpportunity } from '../requests/ask-button';
import { placeModeLabel } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { BriefIcon, CheckIcon, ClockIcon, PinIcon } from '../theme/icons';
import { TextLink } from '../theme/link-button';
import { closing, dayOf, lengthOf, placeOf, shareOfTime } from '../theme/words';
import { opportunityProfile } from './opportunity.query';

// Those who look after it are few among its readers.
const BestMatches = lazy(async () => ({ default: (await import('../dashboard/best-matches')).BestMatches }));

const route = getRouteApi('/opportunities/$id');

type Opportunity = OpportunityProfileQuery['opportunity'];

const Behind = ({ opportunity }: { opportunity: Opportunity }) => {
  const { organisation, academic, blind, side } = opportunity;
  if (organisation) {
    return (
      <TextLink to="/organisations/$id" params={{ id: organisation.id }}>
        {organisation.name}
      </TextLink>
    );
  }
  if (academic) {
    return (
      <TextLink to="/academics/$id" params={{ id: academic.id }}>
        {academic.name}
      </TextLink>
    );
  }
  const who = side === 'company' ? 'a company' : 'an academic';
  return <>{blind ? `${who}, named once both sides have agreed` : who}</>;
};

const WhenNamed = ({ opportunity: { blind, revealAfter, mine } }: { opportunity: Opportunity }) => {
  if (!blind) return null;
  if (mine) {
    return (
      <p>
        {revealAfter === 'nda'
          ? 'Who you are is shown to those who ask once both have said yes and they have signed an NDA.'
          : 'Who you are is shown to those who ask once both have said yes.'}
      </p>
    );
  }
  if (revealAfter !== 'nda') return <p>Who is behind this brief is shown to you once both sides have said yes.</p>;
  return (
    <>
      <p>Who is behind this brief is shown to you once both sides have said yes and you have signed an NDA.</p>
      <NdaDetails />
    </>
  );
};

const Criteria = ({ title, criteria }: { title: string; criteria: Opportunity['mustHave'] }) =>
  criteria.length > 0 ? (
    <>
      <h3>{title}</h3>
      <Terms terms={criteria.map(({ facet, code, label }) => ({ code: `${facet}-${code}`, label }))} />
    </>
  ) : null;

const closed: Record<string, string> = {
  draft: 'This is a draft. Only your side sees it.',
  closed: 'This has been closed and takes no more requests.',
  expired: 'The last day to ask has passed.',
};

const Profile = ({ opportunity }: { opportunity: Opportunity }) => {
  const { id, title, summary, text, place, deadline, topics } = opportunity;
  const where = placeOf(place);
  const wanted = opportunity.mustHave.length + opportunity.niceToHave.length + opportunity.exclude.length;
  return (
    <>
      <Link to="/opportunities" className={classes.back}>
        Find opportunities
      </Link>
      <article className={classes.layout}>
        <header className={classes.head}>
          <div className={classes.initials} data-square aria-hidden="true">
            <BriefIcon size={32} />
          </div>
          <div className={classes.who}>
            <PageHeading title={title} />
            <p className={classes.role}>
              {opportunity.opportunityType.label}, offered by <Behind opportunity={opportunity} />
            </p>
            <ul className={classes.marks}>
              {deadline && (
                <li>
                  <ClockIcon size={17} /> {closing(deadline)}
                </li>
              )}
              {where && (
                <li>
                  <PinIcon size={17} /> {where}
                </li>
              )}
              {opportunity.organisation?.verification === 'verified' && (
                <li>
                  <CheckIcon size={17} /> Verified organisation
                </li>
              )}
            </ul>
          </div>
        </header>
        <aside className={classes.aside} aria-label="Beside the opportunity">
          {!opportunity.mine && <HowYouMatch other={{ kind: 'opportunity', id, name: title }} />}
          <ContactRule>
            <WhenNamed opportunity={opportunity} />
            <AskAboutOpportunity opportunity={opportunity} />
            {!opportunity.mine && opportunity.side === 'company' && (
              <p>
                <TextLink to="/can-i" search={{ opportunity: id }}>
                  Can I do this?
                </TextLink>{' '}
                Training, interests and policies, before you ask.
              </p>
            )}
          </ContactRule>
          <PrintButton />
        </aside>
        <div className={classes.body}>
          {closed[opportunity.state] && (
            <Alert color="apricot" mt="md">
              {closed[opportunity.state]}
            </Alert>
          )}
          <Contents
            sections={[
              { id: 'overview', title: 'Overview' },
              { id: 'wanted', title: 'Who is wanted' },
              { id: 'terms', title: 'Terms' },
            ]}
          />
          <Section id="overview" title="Overview">
            {summary && <p className="written">{summary}</p>}
            {text && text !== summary && (
              <p className="written" style={{ marginTop: summary ? '0.9rem' : 0 }}>
                {text}
              </p>
            )}
            {topics.length > 0 && (
              <>
                <h3>Topics</h3>
                <Terms terms={topics} to="/opportunities" facet="topics" />
              </>
            )}
          </Section>
          <Section id="wanted" title="Who is wanted">
            {opportunity.professions.length > 0 && (
              <>
                <h3>Professions</h3>
                <Terms terms={opportunity.professions} to="/opportunities" facet="professions" />
              </>
            )}
            {opportunity.careerStages.length > 0 && (
              <>
                <h3>Career stages</h3>
                <Terms terms={opportunity.careerStages} to="/opportunities" facet="careerStages" />
              </>
            )}
            <Criteria title="Must have" criteria={opportunity.mustHave} />
            <Criteria title="Nice to have" criteria={opportunity.niceToHave} />
            <Criteria title="Not for" criteria={opportunity.exclude} />
            {wanted === 0 && opportunity.professions.length === 0 && opportunity.careerStages.length === 0 && (
              <p className="quiet">Nobody is ruled out.</p>
            )}
          </Section>
          <Section id="terms" title="Terms">
            <Facts
              facts={[
                ['Ways of working', opportunity.engagementTypes.map(({ label }) => label).join(', ')],
                ['Starts', opportunity.startsOn && dayOf(opportunity.startsOn)],
                ['Lasts', opportunity.lengthMonths && lengthOf(opportunity.lengthMonths)],
                ['Time', opportunity.fte && shareOfTime(opportunity.fte)],
                ['Place', [placeModeLabel(opportunity.placeMode), where].filter(Boolean).join(', ')],
                ['Funding', opportunity.funding],
                ['Sectors', opportunity.sectors.map(({ label }) => label).join(', ')],
                ['Last day to ask', deadline && dayOf(deadline)],
              ]}
            />
          </Section>
          <p className={classes.source}>
            {sourceText(opportunity.source, true)}.
            {opportunity.publishedAt && ` Published on ${dayOf(opportunity.publishedAt)}.`} Last changed on{' '}
            {dayOf(opportunity.updatedAt)}.
          </p>
        </div>
      </article>
      {opportunity.mine && opportunity.state === 'published' && (
        <Suspense fallback={<Skeleton height={180} />}>
          <BestMatches
            subject={{ kind: 'opportunity', id, name: 'this' }}
            find={opportunity.side === 'company' ? 'academics' : 'organisations'}
          />
        </Suspense>
      )}
    </>
  );
};

const OpportunityPage = () => {
  const { id } = route.useParams();
  const answer = useQuery(opportunityProfile(id));
  return <ProfileOf answer={answer}>{({ opportunity }) => <Profile opportunity={opportunity} />}</ProfileOf>;
};

export default OpportunityPage;
