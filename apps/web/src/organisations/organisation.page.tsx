import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { OrganisationProfileQuery } from '../generated/graphql';
import { IntroducedPanel } from '../introductions/introduced-panel';
import { HowYouMatch } from '../matches/how-you-match';
import classes from '../profiles/profile.module.css';
import { ContactRule, Contents, Facts, PrintButton, Section, sourceText, Terms } from '../profiles/profile-parts';
import { ProfileOf } from '../profiles/profile-query';
import { AskButton } from '../requests/ask-button';
import { initialsOf } from '../search/matched-topics';
import { PageHeading } from '../shell/page-heading';
import { CheckIcon, PinIcon } from '../theme/icons';
import { countryName, dayOf } from '../theme/words';
import { organisationProfile } from './organisation.query';
import { OrganisationNeeds, OrganisationPeople } from './people-and-needs';

const route = getRouteApi('/organisations/$id');

type Organisation = OrganisationProfileQuery['organisation'];

const sizes: Record<string, string> = {
  micro: 'Micro (fewer than 10 people)',
  small: 'Small (10 to 49 people)',
  medium: 'Medium (50 to 249 people)',
  large: 'Large (250 people or more)',
};

const policies: Record<string, string> = {
  direct: 'Requests go straight to the person who is asked.',
  'office-told': 'Requests go to the person who is asked, and the organisation’s office is told.',
  'office-approves': 'The organisation’s office looks at a request before the person sees it.',
};

const checks: Record<string, string> = {
  verified: 'Verified',
  pending: 'Waiting to be verified',
  revoked: 'No longer verified',
};

const Profile = ({ organisation }: { organisation: Organisation }) => {
  const { id, name, type, sector, segment, place, verification, topics, engagementTypes } = organisation;
  const where = [
    place.city,
    place.region?.label ?? place.nation?.label,
    place.country && place.country !== 'GB' && countryName(place.country),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <Link to="/organisations" className={classes.back}>
        Find organisations
      </Link>
      <article className={classes.layout}>
        <header className={classes.head}>
          <div className={classes.initials} data-square aria-hidden="true">
            {initialsOf(name)}
          </div>
          <div className={classes.who}>
            <PageHeading title={name} />
            <p className={classes.role}>{[type.label, sector?.label, segment?.label].filter(Boolean).join(', ')}</p>
            <ul className={classes.marks}>
              {where && (
                <li>
                  <PinIcon size={17} /> {where}
                </li>
              )}
              {checks[verification] && (
                <li>
                  {verification === 'verified' && <CheckIcon size={17} />} {checks[verification]}
                </li>
              )}
            </ul>
          </div>
        </header>
        <aside className={classes.aside} aria-label="Beside the profile">
          <HowYouMatch other={{ kind: 'organisation', id, name }} />
          <ContactRule>
            <p>{policies[organisation.requestPolicy]}</p>
            <AskButton target={{ organisation: id }}>{`Ask ${name}`}</AskButton>
          </ContactRule>
          <IntroducedPanel to={{ organisation: id }} name={name} />
          <PrintButton />
        </aside>
        <div className={classes.body}>
          <Contents
            sections={[
              { id: 'overview', title: 'Overview' },
              { id: 'looks-for', title: 'Looks for' },
              { id: 'needs', title: 'Open needs' },
              { id: 'people', title: 'People' },
            ]}
          />
          <Section id="overview" title="Overview">
            {organisation.summary ? (
              <p className="written">{organisation.summary}</p>
            ) : (
              <p className="quiet">No summary has been written yet.</p>
            )}
            <Facts
              title="Facts"
              facts={[
                ['Size', organisation.size && (sizes[organisation.size] ?? organisation.size)],
                ['Established', organisation.established],
                ['Also known as', organisation.aliases.join(', ')],
                [
                  'Website',
                  organisation.website && /^https?:\/\//.test(organisation.website) && (
                    <a href={organisation.website} rel="noreferrer nofollow">
                      {organisation.website.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')}
                    </a>
                  ),
                ],
                ['Company number', organisation.registerNumber],
                [
                  'ROR',
                  organisation.rorId && (
                    <a href={`https://ror.org/${organisation.rorId}`} rel="noreferrer">
                      {organisation.rorId}
                    </a>
                  ),
                ],
              ]}
            />
          </Section>
          <Section id="looks-for" title="Looks for">
            {organisation.lookingFor && <p className="written">{organisation.lookingFor}</p>}
            {topics.length > 0 && (
              <>
                <h3>Topics</h3>
                <Terms terms={topics} to="/organisations" facet="topics" />
              </>
            )}
            {engagementTypes.length > 0 && (
              <>
                <h3>Ways of working together</h3>
                <Terms terms={engagementTypes} to="/organisations" facet="engagementTypes" />
              </>
            )}
            {!organisation.lookingFor && topics.length === 0 && engagementTypes.length === 0 && (
              <p className="quiet">Nothing is stated yet.</p>
            )}
          </Section>
          <Section id="needs" title="Open needs">
            <OrganisationNeeds id={id} />
          </Section>
          <Section id="people" title="People">
            <OrganisationPeople id={id} />
          </Section>
          <p className={classes.source}>
            {sourceText(organisation.source, verification === 'verified')}. Last changed on{' '}
            {dayOf(organisation.updatedAt)}.
          </p>
        </div>
      </article>
    </>
  );
};

const OrganisationPage = () => {
  const { id } = route.useParams();
  const answer = useQuery(organisationProfile(id));
  return <ProfileOf answer={answer}>{({ organisation }) => <Profile organisation={organisation} />}</ProfileOf>;
};

export default OrganisationPage;
