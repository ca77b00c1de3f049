import type { Academic, FieldVisibility } from './academic.entity.js';
import { showsField } from './academic.policy.js';

/** What matching compares of an academic. */
export type AcademicCodes = Pick<
  Academic,
  | 'id'
  | 'name'
  | 'professionCode'
  | 'careerStageCode'
  | 'trainingStatusCode'
  | 'topicCodes'
  | 'engagementTypeCodes'
  | 'sectorCodes'
  | 'regionCode'
  | 'nationCode'
  | 'availableFrom'
  | 'availableFte'
  | 'placeMode'
>;

/** The codes of a row that its owner shows at a level: the others are left empty, as are those that were not read. */
export const shownCodes = (row: Academic, level: FieldVisibility) => {
  const shows = (field: Parameters<typeof showsField>[1]) => showsField(row.fieldVisibility, field, level);
  const place = shows('place');
  const available = shows('availability');
  return {
    topicCodes: (shows('topics') && row.topicCodes) || [],
    engagementTypeCodes: (shows('engagementTypes') && row.engagementTypeCodes) || [],
    sectorCodes: (shows('sectors') && row.sectorCodes) || [],
    regionCode: place ? row.regionCode : null,
    nationCode: place ? row.nationCode : null,
    availableFrom: available ? row.availableFrom : null,
    availableFte: available ? row.availableFte : null,
    placeMode: available ? row.placeMode : null,
  };
};
