import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type CollaborationGate, CollaborationGates, type IntendedStep, type Obstacle } from '#collaborations';
import type { Sql } from '#database';
import { type OrganisationHolds, PolicyHolds } from './permission.holds.js';

/** What an organisation lets block holds the step that waits for it, until the terms keep to it or its office permits them. */
@Injectable()
export class PolicyGate implements CollaborationGate, OnModuleInit {
  constructor(
    @Inject(CollaborationGates) private readonly gates: CollaborationGates,
    @Inject(PolicyHolds) private readonly holds: PolicyHolds,
  ) {}

  onModuleInit() {
    this.gates.add(this);
  }

  async obstacles(sql: Sql, { collaboration, action, to }: IntendedStep): Promise<Obstacle[]> {
    if (action !== 'start-agreement' && to !== 'active') return [];
    const found = await this.holds.of(sql, collaboration.id, () => false);
    return found.flatMap((one) => one.lines.filter(({ before }) => before === to || to === 'active').map(wordsOf(one)));
  }
}

const wordsOf =
  ({ name, permission }: OrganisationHolds) =>
  ({ code, text, fix, permissionLifts, rule }: OrganisationHolds['lines'][number]): Obstacle => ({
    code: `POLICY_${code.toUpperCase().replaceAll('-', '_')}`,
    sentence: `${text} Source: ${rule.source}.`,
    fix: permissionLifts
      ? `${fix} ${said[permission?.state ?? 'to-ask']} The office of ${name} decides.`
      : `${fix} The rule is ${name}’s own.`,
  });

const said: Record<string, string> = {
  'to-ask': 'It has not been asked yet.',
  asked: 'It has been asked, and has not answered.',
  refused: 'It has refused these terms.',
};
