import type { OpportunityRecord, OrganisationRecord } from '#importers';
import type { WrittenProfile } from './academics/academic.js';
import type { Casting } from './academics/persona.js';
import { addDays, firstOfMonth, nextRotation } from './dates.js';
import type { CompanyCasting } from './organisations/companies.js';
import { keyOf, sourceName } from './source.js';
import { readData } from './vocabulary.js';

type Owner = { firm: number } | { person: number };
type Written = Omit<OpportunityRecord, 'kind' | 'source' | 'sourceKey' | 'side' | 'organisation' | 'academic'>;

interface CastFile {
  firms: (CompanyCasting & { written: Partial<OrganisationRecord> })[];
  people: (Casting & { written: WrittenProfile })[];
  opportunities: {
    owner: Owner;
    deadlineInDays: number;
    start: { months: number } | { rotationAfterMonths: number };
    record: Written;
  }[];
  accounts: {
    email: string;
    name: string;
    as: string;
    owns?: { person: number };
    member?: { firm: number } | { institution: string };
    role?: 'member' | 'admin' | 'office' | 'platform-admin';
  }[];
}

/** Those whom the demonstration accounts belong to: written by hand, and first of their kind in the directory. */
export const { firms, people, opportunities, accounts } = readData<CastFile>('cast.json');

/** The hand-written opportunities whose owners are in a directory of that size, dated around the reference day. */
export const writtenOpportunities = (asOf: string, academics: number, companies: number): OpportunityRecord[] =>
  opportunities
    .filter(({ owner }) => ('firm' in owner ? owner.firm < companies : owner.person < academics))
    .map(({ owner, deadlineInDays, start, record }, index) => {
      const deadline = addDays(asOf, deadlineInDays);
      return {
        kind: 'opportunity',
        source: sourceName,
        sourceKey: keyOf('opportunity', index + 1),
        ...('firm' in owner
          ? { side: 'company', organisation: keyOf('company', owner.firm + 1) }
          : { side: 'academic', academic: keyOf('academic', owner.person + 1) }),
        ...record,
        deadline,
        startsOn:
          'months' in start ? firstOfMonth(deadline, start.months) : nextRotation(deadline, start.rotationAfterMonths),
      };
    });
