import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CollaborationGate,
  CollaborationGates,
  type CollaborationListener,
  CollaborationListeners,
  type CollaborationNews,
  type IntendedStep,
  type Obstacle,
} from '#collaborations';
import type { Sql, Tx } from '#database';
import { governanceRules, type OopType, requiredSignOffs } from '#governance';
import { today } from '#graphql';

interface FactsRow {
  state: string;
  profession: string | null;
  trainingStatus: string | null;
  nation: string | null;
  region: string | null;
  employerId: string | null;
  universityId: string | null;
  companyId: string | null;
  type: string;
  oopType: OopType | null;
  countsToTraining: boolean | null;
}

/** Of two academics it is the one who asked whose time is approved. */
const factsSql = `
  SELECT c.state, a.profession, a.training_status AS "trainingStatus", a.nation, a.region, a.employer_id AS "employerId",
    a.university_id AS "universityId", o.id AS "companyId", t.type, t.oop_type AS "oopType",
    t.counts_to_training AS "countsToTraining"
  FROM collaboration c
  JOIN engagement_terms t ON t.collaboration_id = c.id AND t.number = c.terms_number
  LEFT JOIN academic a ON a.id = coalesce(c.sender_academic_id, c.receiver_academic_id)
  LEFT JOIN organisation o ON o.id = coalesce(c.sender_organisation_id, c.receiver_organisation_id)
  WHERE c.id = $1`;

const upsert = `
  INSERT INTO sign_off (collaboration_id, code, label, position, necessary, after_codes, rules, why, organisation_id)
  SELECT $1, s.code, s.label, s.position, s.necessary, s.after, s.rules, s.why, s."organisationId"
  FROM jsonb_to_recordset($2::jsonb) AS s(code text, label text, position int, necessary boolean, after text[], rules jsonb,
    why text, "organisationId" uuid)
  ON CONFLICT (collaboration_id, code) DO UPDATE SET label = excluded.label, position = excluded.position,
    necessary = excluded.necessary, after_codes = excluded.after_codes, rules = excluded.rules, why = excluded.why,
    organisation_id = excluded.organisation_id`;

/** What was decided or asked on other terms is open again; its links no longer open anything. */
const reopen = `
  WITH reopened AS (
    UPDATE sign_off SET state = 'to-ask', decided_at = NULL, terms_number = NULL, reason = NULL, reopened_at = now()
    WHERE collaboration_id = $1 AND state <> 'to-ask' RETURNING id)
  UPDATE sign_off_link l SET revoked_at = now() FROM reopened r
  WHERE l.sign_off_id = r.id AND l.used_at IS NULL AND l.revoked_at IS NULL`;

/** Work that was on hold goes on only on approved terms, too: they may have changed meanwhile. */
const isGated = ({ action, to }: Pick<IntendedStep, 'action' | 'to'>): boolean =>
  action === 'start-agreement' || to === 'active';

/** Which approvals a collaboration needs, worked out anew with its terms; no step that needs them is taken without. */
@Injectable()
export class SignOffListing implements CollaborationGate, CollaborationListener, OnModuleInit {
  constructor(
    @Inject(CollaborationGates) private readonly gates: CollaborationGates,
    @Inject(CollaborationListeners) private readonly listeners: CollaborationListeners,
  ) {}

  onModuleInit() {
    this.gates.add(this);
    this.listeners.add(this);
  }

  async heard(tx: Tx, { collaborationId, action }: CollaborationNews): Promise<void> {
    if (action === 'change-terms') await tx.affected(reopen, [collaborationId]);
    if (action === 'change-terms' || action === 'start-governance') await this.refresh(tx, collaborationId);
  }

  async obstacles(sql: Sql, { collaboration, action, to }: IntendedStep): Promise<Obstacle[]> {
    if (!isGated({ action, to })) return [];
    const missing = await sql.rows<{ code: string; label: string; state: string; name: string | null }>(
      `SELECT code, label, state, approver_name AS name FROM sign_off
       WHERE collaboration_id = $1 AND necessary AND (state <> 'approved' OR terms_number <> $2) ORDER BY position`,
      [collaboration.id, collaboration.termsNumber],
    );
    return missing.map(({ code, label, state, name }) => ({
      code: `SIGN_OFF_${code.toUpperCase().replaceAll('-', '_')}`,
      sentence: sentences[state]?.(label, name) ?? `${label}: not approved yet.`,
      fix: fixes[state] ?? 'It is asked for under Sign-offs.',
    }));
  }

  /** Works out who must approve; what is no longer asked for goes, unless somebody has been asked. */
  private async refresh(tx: Tx, collaborationId: string) {
    const facts = await tx.row<FactsRow>(factsSql, [collaborationId]);
    if (!facts || facts.state === 'exploring') return;
    const list = requiredSignOffs(
      {
        profession: facts.profession,
        trainingStatus: facts.trainingStatus,
        engagementType: facts.type,
        oopType: facts.oopType,
        nation: facts.nation,
        region: facts.region,
        countsToTraining: facts.countsToTraining ?? false,
        employerOrganisationId: facts.employerId,
        universityOfficeId: facts.universityId,
        companyOrganisationId: facts.companyId,
      },
      governanceRules,
      today(),
    );
    const rows = list.map(({ code, label, necessary, after, rules, why, organisationId }, position) => ({
      ...{ code, label, necessary, after, why, organisationId, position },
      rules: rules.map(({ text, source, sourced }) => ({ text, source, sourced })),
    }));
    await tx.affected(upsert, [collaborationId, JSON.stringify(rows)]);
    await tx.affected(
      `DELETE FROM sign_off WHERE collaboration_id = $1 AND code <> ALL($2::text[]) AND asked_at IS NULL`,
      [collaborationId, list.map(({ code }) => code)],
    );
    await tx.affected(
      'UPDATE sign_off SET necessary = false WHERE collaboration_id = $1 AND code <> ALL($2::text[]) AND necessary',
      [collaborationId, list.map(({ code }) => code)],
    );
  }
}

const sentences: Record<string, (label: string, name: string | null) => string> = {
  'to-ask': (label) => `${label}: nobody has been asked yet.`,
  asked: (label, name) => `${label}: ${name ?? 'the person asked'} has not answered yet.`,
  'changes-wanted': (label, name) => `${label}: ${name ?? 'the person asked'} wants changes first.`,
  refused: (label, name) => `${label}: ${name ?? 'the person asked'} has refused.`,
};

const fixes: Record<string, string> = {
  'to-ask': 'It is asked for under Sign-offs.',
  asked: 'Wait for the answer, or ask again.',
  'changes-wanted': 'Change the terms, then ask again.',
  refused: 'Read the reason; with other terms it can be asked for again.',
};
