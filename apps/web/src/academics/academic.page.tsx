import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AcademicProfileQuery } from '../generated/graphql';
import { IntroducedPanel } from '../introductions/introduced-panel';
import { HowYouMatch } from '../matches/how-you-match';
import { MobilityList } from '../outcomes/mobility-list';
import classes from '../profiles/profile.module.css';
import { ContactRule, Contents, Facts, PrintButton, Section, sourceText, Terms } from '../profiles/profile-parts';
import { ProfileOf } from '../profiles/profile-query';
import { AskAcademic } from '../requests/ask-button';
import { useRecordedView } from '../saved/use-recorded-view';
import { placeModeLabel } from '../search/list-kinds';
import { initialsOf } from '../search/matched-topics';
import { PageHeading } from '../shell/page-heading';
import { CheckIcon, ClockIcon, PinIcon } from '../theme/icons';
import { TextLink } from '../theme/link-button';
import { availabilityOf, dayOf, placeOf } from '../theme/words';
import { academicProfile } from './academic.query';
import { WorkList } from './work-list';

const route = getRouteApi('/academics/$id');

type Academic = AcademicProfileQuery['academic'];

const Head = ({ academic }: { academic: Academic }) => {
  const { name, honorific, jobTitle, profession, employer, university, place, availability } = academic;
  const places = [employer, university?.id === employer?.id ? null : university].filter(
    (organisation) => organisation !== null && organisation !== undefined,
  );
  const where = placeOf(place);
  const available = availabilityOf(availability);
  return (
    <header className={classes.head}>
      <div className={classes.initials} aria-hidden="true">
        {initialsOf(name)}
      </div>
      <div className={classes.who}>
        <PageHeading title={name}>
          {honorific && !name.startsWith(honorific) ? `${honorific} ${name}` : name}
        </PageHeading>
        <p className={classes.role}>
          {jobTitle ?? profession?.label}
          {places.map(({ id, name: organisation }, index) => (
            <span key={id}>
              {index === 0 ? ', ' : ' and '}
              <TextLink to="/organisations/$id" params={{ id }}>
                {organisation}
              </TextLink>
            </span>
          ))}
        </p>
        <ul className={classes.marks}>
          {where && (
            <li>
              <PinIcon size={17} /> {where}
            </li>
          )}
          {available && (
            <li>
              <ClockIcon size={17} /> {available}
            </li>
          )}
          {academic.claimed && (
            <li>
              <CheckIcon size={17} /> Looks after this profile
            </li>
          )}
        </ul>
      </div>
    </header>
  );
};

const contactLine = ({ claimed, source, givenName }: Academic): string => {
  if (claimed) return `Ask ${givenName} here. A short reason helps to get an answer.`;
  if (source === 'demonstration') return 'This person is made up, for trying Benchside out.';
  return 'This profile was made from public records, and its person has not taken it over yet.';
};

const Written = ({ title, text }: { title: string; text: string }) =>
  text ? (
    <>
      <h3>{title}</h3>
      <p className="written">{text}</p>
    </>
  ) : null;

const Profile = ({ academic }: { academic: Academic }) => {
  const { works, availability, topics, methods } = academic;
  useRecordedView(academic.id);
  const sections = [
    { id: 'overview', title: 'Overview' },
    { id: 'expertise', title: 'Expertise' },
    { id: 'together', title: 'Working together' },
    { id: 'evidence', title: 'Evidence' },
  ];
  return (
    <>
      <Link to="/academics" className={classes.back}>
        Find academics
      </Link>
      <article className={classes.layout}>
        <Head academic={academic} />
        <aside className={classes.aside} aria-label="Beside the profile">
          <HowYouMatch other={{ kind: 'academic', id: academic.id, name: academic.name }} />
          <ContactRule>
            <p>{contactLine(academic)}</p>
            <AskAcademic academic={academic} />
          </ContactRule>
          <IntroducedPanel to={{ academic: academic.id }} name={academic.name} />
          <PrintButton />
        </aside>
        <div className={classes.body}>
          <Contents sections={sections} />
          <Section id="overview" title="Overview">
            {academic.summary ? (
              <p className="written">{academic.summary}</p>
            ) : (
              <p className="quiet">No summary has been written yet.</p>
            )}
            <Facts
              title="Facts"
              facts={[
                ['Profession', academic.profession?.label],
                ['Specialty', academic.specialty],
                ['Career stage', academic.careerStage?.label],
                ['Training', academic.trainingStatus?.code !== 'not-applicable' && academic.trainingStatus?.label],
                [
                  'ORCID iD',
                  academic.orcid && (
                    <a href={`https://orcid.org/${academic.orcid}`} rel="noreferrer">
                      {academic.orcid}
                      {academic.orcidAuthenticated ? ' (confirmed at ORCID)' : ''}
                    </a>
                  ),
                ],
              ]}
            />
          </Section>
          <Section id="expertise" title="Expertise">
            {topics.length > 0 ? (
              <Terms terms={topics} to="/academics" facet="topics" />
            ) : (
              <p className="quiet">No topics are named yet.</p>
            )}
            {methods.length > 0 && (
              <>
                <h3>Methods</h3>
                <Terms terms={methods.map((method) => ({ code: method, label: method }))} />
              </>
            )}
          </Section>
          <Section id="together" title="Working together">
            {academic.engagementTypes.length > 0 && (
              <Terms terms={academic.engagementTypes} to="/academics" facet="engagementTypes" />
            )}
            <Written title="What I offer" text={academic.offer} />
            <Written title="What I look for" text={academic.want} />
            <Written title="How I like to work" text={academic.workingStyle} />
            <Written title="Experience with industry" text={academic.industryExperience} />
            <MobilityList academicId={academic.id} />
            <Facts
              title="Terms"
              facts={[
                ['Availability', availabilityOf(availability) ?? 'Not stated: you can still ask'],
                ['Place of work', placeModeLabel(availability.placeMode)],
                ['Sectors', academic.sectors.map(({ label }) => label).join(', ')],
              ]}
            />
          </Section>
          <Section id="evidence" title="Evidence">
            <WorkList works={works} />
          </Section>
          <p className={classes.source}>
            {sourceText(academic.source, academic.claimed)}. Last changed on {dayOf(academic.updatedAt)}.
          </p>
        </div>
      </article>
    </>
  );
};

const AcademicPage = () => {
  const { id } = route.useParams();
  const answer = useQuery(academicProfile(id));
  return <ProfileOf answer={answer}>{({ academic }) => <Profile academic={academic} />}</ProfileOf>;
};

export default AcademicPage;
