import type { ShownBy } from '#graphql';
import type { Organisation } from './organisation.entity.js';

/** What is read of an organisation in a list only where it is shown; who may see it is decided by the rest. */
export const shownInLists: ShownBy<Organisation> = {
  aliases: 'aliases',
  sectorCode: 'sector',
  segmentCode: 'segment',
  summary: 'summary',
  lookingFor: 'lookingFor',
  topicCodes: 'topics',
  engagementTypeCodes: 'engagementTypes',
  size: 'size',
  city: 'place',
  regionCode: 'place',
  nationCode: 'place',
  country: 'place',
  rorId: 'rorId',
  registerNumber: 'registerNumber',
  website: 'website',
  emailDomains: null,
  established: 'established',
  verificationEvidence: null,
  verifiedAt: null,
  source: 'source',
  sourceKey: null,
  logo: null,
  metadata: null,
  createdAt: null,
  updatedAt: 'updatedAt',
};
