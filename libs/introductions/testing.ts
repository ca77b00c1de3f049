import { randomUUID } from 'node:crypto';
import type { Viewer } from '#accounts';
import type { IntroductionService } from './introduction.service.js';
import type { LinkKind } from './introduction.states.js';

export const secretNote = 'Zyxnote: I would like to ask how the sensor behaved in the severe asthma clinic.';
export const changedNote = 'Zyxchanged: my colleague would like to ask how the sensor behaved in the clinic.';

/** A product on a database of its own, as far as introductions need it. */
interface Room {
  insert(table: string, values: Record<string, unknown>): Promise<string>;
  academic(name: string): Promise<Viewer & { academicId: string }>;
  organisation(name: string): Promise<string>;
  member(organisationId: string, role: 'admin', name: string): Promise<Viewer>;
}

/** What tests of introductions begin with; the world is there once they run. */
export const introducing = (world: () => { room: Room; introductions: IntroductionService }) => {
  const share = async (identifier: string, ...academicIds: string[]) => {
    for (const academic_id of academicIds) {
      await world().room.insert('academic_work', {
        academic_id,
        kind: 'publication',
        title: `On ${identifier}`,
        identifier,
      });
    }
  };
  const workTogether = (academicId: string, other: { academicId?: string; organisationId?: string }) =>
    world().room.insert('collaboration', {
      title: 'A piece of work',
      sender_academic_id: academicId,
      receiver_academic_id: other.academicId ?? null,
      receiver_organisation_id: other.organisationId ?? null,
    });

  const ask = (viewer: Viewer, sought: object, links: [LinkKind, LinkKind], more: object = {}) =>
    world().introductions.ask(viewer, {
      ...sought,
      firstLink: links[0],
      secondLink: links[1],
      note: secretNote,
      idempotencyKey: randomUUID(),
      ...more,
    });

  /** An academic who has worked with somebody who has worked with a company; nothing of it is public. */
  const hiddenPath = async () => {
    const asker = await world().room.academic('Zyxasker Adams');
    const middle = await world().room.academic('Zyxmiddle Moore');
    const company = await world().room.organisation('Zyxtarget Limited');
    const target = await world().room.member(company, 'admin', 'Tom Target');
    await workTogether(middle.academicId, { academicId: asker.academicId });
    await workTogether(middle.academicId, { organisationId: company });
    await world().introductions.choose(middle, true);
    return { asker, middle, target, company, sought: { toOrganisationId: company } };
  };

  /** Three who are named on works: the one in the middle with each of the others. */
  const publicPath = async () => {
    const [asker, middle, target] = [
      await world().room.academic('Pia Public'),
      await world().room.academic('Mig Middle'),
      await world().room.academic('Tam Target'),
    ];
    const [one, two] = [`10.1/${randomUUID()}`, `NCT${randomUUID()}`];
    await share(one, asker.academicId, middle.academicId);
    await share(two.toLowerCase(), middle.academicId);
    await share(two, target.academicId);
    return { asker, middle, target, one, two, sought: { toAcademicId: target.academicId } };
  };
  return { share, workTogether, ask, hiddenPath, publicPath };
};
