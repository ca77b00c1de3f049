import type { Organisation } from './organisation.entity.js';

/** What matching compares of an organisation. */
export type OrganisationCodes = Pick<
  Organisation,
  'id' | 'name' | 'typeCode' | 'topicCodes' | 'engagementTypeCodes' | 'sectorCode' | 'regionCode' | 'nationCode'
>;

/** What they are shown by. */
export const comparedFields: ReadonlySet<string> = new Set(['topics', 'engagementTypes', 'sector', 'place']);
