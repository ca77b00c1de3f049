import type { Sql } from '#database';
import { badInput } from '#graphql';
import { checkCodes, type Taxonomy } from '#taxonomy';
import type { Opportunity } from './opportunity.entity.js';
import type { OpportunityContentInput } from './opportunity.inputs.js';
import { blindProblem } from './opportunity.policy.js';

const placeModes = ['on-site', 'hybrid', 'remote'];

/** Refuses codes that the vocabularies do not offer; those that the opportunity holds already may stay. */
export const checkContent = (taxonomy: Taxonomy, input: OpportunityContentInput, held?: Opportunity) => {
  checkCodes(taxonomy, 'engagement-type', 'opportunityType', input.opportunityType, held?.opportunityTypeCode);
  checkCodes(taxonomy, 'topic', 'topics', input.topics, held?.topicCodes);
  checkCodes(taxonomy, 'sector', 'sectors', input.sectors, held?.sectorCodes);
  checkCodes(taxonomy, 'profession', 'professions', input.professions, held?.professionCodes);
  checkCodes(taxonomy, 'career-stage', 'careerStages', input.careerStages, held?.careerStageCodes);
  checkCodes(taxonomy, 'engagement-type', 'engagementTypes', input.engagementTypes, held?.engagementTypeCodes);
  checkCodes(taxonomy, 'region', 'region', input.region, held?.regionCode);
  checkCodes(taxonomy, 'nation', 'nation', input.nation, held?.nationCode);
  for (const field of ['mustHave', 'niceToHave', 'exclude'] as const) {
    for (const { facet, code } of input[field] ?? []) {
      const stored = held?.[`${field}Stored`].filter((criterion) => criterion.facet === facet);
      if (facet !== 'place-mode')
        checkCodes(
          taxonomy,
          facet,
          field,
          code,
          stored?.map((criterion) => criterion.code),
        );
      else if (!placeModes.includes(code)) {
        throw badInput(field, `"${code}" is not a place mode.`, `Use one of: ${placeModes.join(', ')}.`);
      }
    }
  }
};

/** Refuses, inside the transaction that wrote it, a blind text that gives away who is behind it. */
export const refuseBlindText = async (tx: Sql, id: string) => {
  const row = await tx.row<{ title: string; summary: string; text: string; funding: string; names: string[] }>(
    `SELECT o.title, o.summary, o.text, coalesce(o.funding, '') AS funding,
       array_remove(ARRAY[org.name, a.family_name] || coalesce(org.aliases, '{}'), NULL) AS names
     FROM opportunity o
     LEFT JOIN organisation org ON org.id = o.organisation_id
     LEFT JOIN academic a ON a.id = o.academic_id
     WHERE o.id = $1 AND o.blind`,
    [id],
  );
  if (!row) return;
  for (const field of ['title', 'summary', 'text', 'funding'] as const) {
    const problem = blindProblem(row[field], row.names);
    if (problem) {
      throw badInput(
        field,
        `a blind brief must not hold ${problem.kind}: "${problem.found}".`,
        'Take it out, or say openly who is behind the brief.',
      );
    }
  }
};
