import type { Sql, Tx } from '#database';
import { Opportunity } from './opportunity.entity.js';
import type { OpportunityContentInput } from './opportunity.inputs.js';

/** Shows an account who is behind a blind opportunity, from now on; the first time stays on record. */
export const reveal = async (sql: Sql, opportunityId: string, accountId: string) => {
  await sql.affected(
    'INSERT INTO opportunity_reveal (opportunity_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [opportunityId, accountId],
  );
};

/** Writes what the input names, and nothing else; false where the opportunity is no longer at that version. */
export const saveContent = async (tx: Tx, id: string, input: OpportunityContentInput, version?: number) => {
  const changes: Partial<Opportunity> = {};
  const set = <Key extends keyof Opportunity>(key: Key, value: Opportunity[Key] | undefined) => {
    if (value !== undefined) changes[key] = value;
  };
  set('opportunityTypeCode', input.opportunityType);
  set('title', input.title?.trim());
  set('summary', input.summary);
  set('text', input.text);
  set('topicCodes', input.topics && [...new Set(input.topics)]);
  set('sectorCodes', input.sectors && [...new Set(input.sectors)]);
  set('professionCodes', input.professions && [...new Set(input.professions)]);
  set('careerStageCodes', input.careerStages && [...new Set(input.careerStages)]);
  set('engagementTypeCodes', input.engagementTypes && [...new Set(input.engagementTypes)]);
  set('mustHaveStored', input.mustHave);
  set('niceToHaveStored', input.niceToHave);
  set('excludeStored', input.exclude);
  set('startsOn', input.startsOn);
  set('lengthMonths', input.lengthMonths);
  set('fte', input.fte);
  set('placeMode', input.placeMode);
  set('city', input.city);
  set('regionCode', input.region);
  set('nationCode', input.nation);
  set('funding', input.funding);
  set('deadline', input.deadline);
  set('blind', input.blind);
  set('revealAfter', input.revealAfter ?? undefined);
  if (Object.keys(changes).length === 0) return true;
  const result = await tx.manager.update(Opportunity, version === undefined ? { id } : { id, version }, changes);
  return result.affected === 1;
};
