import type { PublishedAcademic } from '#academics';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import type { Taxonomy } from '#taxonomy';
import type { OwnText } from '#texts';
import { joined } from './document.parts.js';

/** What somebody is matched by, each text with its heading; the empty ones left out. */
const filled = (texts: OwnText[]): OwnText[] => texts.filter(({ text }) => text.trim() !== '');

/** The topics that works are indexed under, each once. */
const topicsOf = (headings: readonly string[], taxonomy: Taxonomy): string[] => [
  ...new Set(headings.flatMap((heading) => taxonomy.topicsOfHeading(heading).map(({ code }) => code))),
];

/** An academic's works, and what they say of themselves. */
export const academicTexts = (academic: PublishedAcademic, taxonomy: Taxonomy): OwnText[] => [
  ...academic.publishedWorks.map(({ title, abstract, year, meshHeadings }) => ({
    source: title,
    dated: year === null ? null : String(year),
    text: joined(title, abstract),
    topics: topicsOf(meshHeadings, taxonomy),
  })),
  ...filled([
    {
      source: `Profile of ${academic.name}`,
      dated: academic.updatedAt.toISOString().slice(0, 10),
      text: joined(academic.summary, academic.offer, academic.methods.join(', '), academic.industryExperience),
    },
  ]),
];

/** What an organisation says it does and looks for. */
export const organisationTexts = (organisation: Organisation): OwnText[] =>
  filled([
    {
      source: organisation.name,
      dated: organisation.updatedAt.toISOString().slice(0, 10),
      text: joined(organisation.summary, organisation.lookingFor),
    },
  ]);

/** What an opportunity asks for. */
export const opportunityTexts = (opportunity: Opportunity): OwnText[] =>
  filled([
    {
      source: opportunity.title,
      dated: opportunity.publishedAt?.toISOString().slice(0, 10) ?? null,
      text: joined(opportunity.title, opportunity.summary, opportunity.text),
    },
  ]);
