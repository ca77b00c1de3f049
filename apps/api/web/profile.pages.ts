import type { Academic, AcademicService } from '#academics';
import { nobody } from '#accounts';
import type { Settings } from '#config';
import { DomainError } from '#graphql';
import { escapeHtml } from '#mail';
import type { Opportunity, OpportunityService } from '#opportunities';
import type { Organisation, OrganisationService } from '#organisations';
import { bullets, link, paragraphs, part, type ServedPage, shortened } from './html.js';

export type ProfileKind = 'academics' | 'organisations' | 'opportunities';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const named = (terms: readonly { label: string }[]) => terms.map(({ label }) => label);
const joined = (words: readonly (string | null | undefined | false)[]) => words.filter(Boolean).join(', ');

/** What is offered as a post, and can be told to search engines as one. */
const posts: Record<string, string> = {
  'secondment-full-time': 'TEMPORARY',
  'secondment-part-time': 'PART_TIME',
  'out-of-programme-year': 'TEMPORARY',
  'joint-post': 'PART_TIME',
  'permanent-role': 'FULL_TIME',
  studentship: 'OTHER',
};

/** The relations and long texts that a page of an academic reads. */
const readOfAcademics = ['employer', 'university', 'summary', 'offer', 'want', 'industryExperience', 'works'];

/** The public profiles as everybody may read them, also where scripts do not run. */
export class ProfilePages {
  constructor(
    private readonly settings: Settings,
    private readonly academics: AcademicService,
    private readonly organisations: OrganisationService,
    private readonly opportunities: OpportunityService,
  ) {}

  /** The page of a profile; undefined for one that is hidden, as for one that never was. */
  async page(kind: ProfileKind, id: string): Promise<ServedPage | undefined> {
    if (!uuid.test(id)) return undefined;
    const canonical = `${this.settings.baseUrl}/${kind}/${id.toLowerCase()}`;
    try {
      if (kind === 'academics') {
        const academic = await this.academics.one(nobody, id, new Set(readOfAcademics));
        return { status: 200, canonical, ...academicPage(academic, academic.works, canonical) };
      }
      if (kind === 'organisations') {
        const organisation = await this.organisations.one(nobody, id);
        return { status: 200, canonical, ...organisationPage(organisation, canonical) };
      }
      const opportunity = await this.opportunities.one(
        nobody,
        id,
        new Set(['organisation', 'academic', 'summary', 'text']),
      );
      return { status: 200, canonical, ...opportunityPage(opportunity, canonical) };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  }
}

type Described = Pick<ServedPage, 'title' | 'description' | 'subject' | 'body'>;

const placeOf = ({ place }: Pick<Organisation, 'place'>) => ({
  text: joined([place.city, place.region?.label ?? place.nation?.label]),
  address: {
    '@type': 'PostalAddress',
    ...(place.city && { addressLocality: place.city }),
    ...(place.region && { addressRegion: place.region.label }),
    ...(place.country && { addressCountry: place.country }),
  },
});

const academicPage = (
  academic: Academic,
  works: { title: string; venue: string | null; year: number | null }[],
  url: string,
): Described => {
  const { name, honorific, jobTitle, profession, employer, university, topics, summary, orcid } = academic;
  const role = joined([jobTitle ?? profession?.label, employer?.name ?? university?.name]);
  const organisation = (one: Organisation) => ({ '@type': 'Organization', name: one.name });
  return {
    title: name,
    description: shortened(summary || joined([role, named(topics).join(', ')]) || `${name}, clinical academic`),
    subject: {
      '@type': 'Person',
      name,
      url,
      ...(honorific && { honorificPrefix: honorific }),
      ...((jobTitle ?? profession) && { jobTitle: jobTitle ?? profession?.label }),
      ...(employer && { worksFor: organisation(employer) }),
      ...(university && { affiliation: organisation(university) }),
      ...(topics.length > 0 && { knowsAbout: named(topics) }),
      ...(orcid && { identifier: `https://orcid.org/${orcid}`, sameAs: [`https://orcid.org/${orcid}`] }),
      ...(summary && { description: shortened(summary, 500) }),
    },
    body: [
      `<h1>${escapeHtml(name)}</h1>`,
      paragraphs(joined([role, placeOf(academic).text])),
      part('Overview', paragraphs(summary)),
      part('Expertise', bullets([...named(topics), ...academic.methods])),
      part('What I offer', paragraphs(academic.offer)),
      part('What I look for', paragraphs(academic.want)),
      part('Ways of working together', bullets(named(academic.engagementTypes))),
      part('Experience with industry', paragraphs(academic.industryExperience)),
      part(
        'Evidence',
        bullets(works.slice(0, 50).map(({ title, venue, year }) => joined([title, venue, year?.toString()]))),
      ),
      `<p>${link('/academics', 'Find academics')}</p>`,
    ].join(''),
  };
};

const organisationPage = (organisation: Organisation, url: string): Described => {
  const { name, aliases, type, sector, segment, summary, lookingFor, website, rorId, established, topics } =
    organisation;
  const what = joined([type.label, sector?.label, segment?.label]);
  const { text, address } = placeOf(organisation);
  return {
    title: name,
    description: shortened(summary || lookingFor || joined([name, what, text])),
    subject: {
      '@type': type.code === 'university' ? 'CollegeOrUniversity' : 'Organization',
      name,
      url,
      address,
      ...(aliases.length > 0 && { alternateName: aliases }),
      ...(summary && { description: shortened(summary, 500) }),
      ...(established && { foundingDate: String(established) }),
      ...((website || rorId) && { sameAs: [website, rorId && `https://ror.org/${rorId}`].filter(Boolean) }),
      ...(topics.length > 0 && { knowsAbout: named(topics) }),
    },
    body: [
      `<h1>${escapeHtml(name)}</h1>`,
      paragraphs(joined([what, text])),
      part('Overview', paragraphs(summary)),
      part('Looks for', paragraphs(lookingFor)),
      part('Topics', bullets(named(topics))),
      part('Ways of working together', bullets(named(organisation.engagementTypes))),
      `<p>${link('/organisations', 'Find organisations')}</p>`,
    ].join(''),
  };
};

const opportunityPage = (opportunity: Opportunity, url: string): Described => {
  const { title, summary, text, organisation, academic, opportunityType, deadline, state, publishedAt } = opportunity;
  const place = placeOf(opportunity);
  const offered = organisation?.name ?? academic?.name;
  const employmentType = posts[opportunityType.code];
  const post = state === 'published' && organisation && employmentType && publishedAt;
  return {
    title,
    description: shortened(summary || text || title),
    subject: post
      ? {
          '@type': 'JobPosting',
          title,
          url,
          description: shortened(`${summary}\n${text}`, 5000),
          datePosted: publishedAt.toISOString().slice(0, 10),
          employmentType,
          hiringOrganization: { '@type': 'Organization', name: organisation.name },
          jobLocation: { '@type': 'Place', address: place.address },
          ...(deadline && { validThrough: deadline }),
          ...(opportunity.placeMode === 'remote' && { jobLocationType: 'TELECOMMUTE' }),
        }
      : undefined,
    body: [
      `<h1>${escapeHtml(title)}</h1>`,
      paragraphs(joined([opportunityType.label, offered && `offered by ${offered}`, place.text])),
      part('Overview', paragraphs(summary) + paragraphs(text)),
      part('Topics', bullets(named(opportunity.topics))),
      part('Who is wanted', bullets([...named(opportunity.professions), ...named(opportunity.careerStages)])),
      part('Must have', bullets(named(opportunity.mustHave))),
      part(
        'Terms',
        bullets([
          ...(opportunity.startsOn ? [`Starts on ${opportunity.startsOn}`] : []),
          ...(opportunity.funding ? [opportunity.funding] : []),
          ...(deadline ? [`Last day to ask: ${deadline}`] : []),
          ...(state === 'published' ? [] : ['This takes no more requests.']),
        ]),
      ),
      `<p>${link('/opportunities', 'Find opportunities')}</p>`,
    ].join(''),
  };
};
