import type { OrganisationRecord } from '#importers';
import { sourceName } from '../source.js';
import type { Company } from './companies.js';
import { companyTexts } from './company.text.js';

/** The whole record of a company. */
export const companyRecord = (
  company: Company,
  seed: string,
  asOf: string,
  written: Partial<OrganisationRecord> = {},
): OrganisationRecord => ({
  kind: 'organisation',
  source: sourceName,
  sourceKey: company.key,
  name: company.name,
  type: 'company',
  sector: company.sector,
  segment: company.segment,
  ...companyTexts(company, seed, asOf),
  topics: company.topics,
  engagementTypes: company.engagementTypes,
  size: company.size,
  city: company.city,
  ...(company.region ? { region: company.region } : {}),
  ...(company.nation ? { nation: company.nation } : {}),
  country: company.country,
  website: `https://www.${company.domain}`,
  emailDomains: [company.domain],
  established: company.established,
  ...written,
});
