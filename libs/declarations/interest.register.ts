import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { idOf, isOfficeOf, signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { type AskedDownload, Downloads, type WrittenFile, writeCsv } from '#files';
import { notFound, today } from '#graphql';
import { interestTerms, labelOf } from './declaration.rules.js';
import type { InterestDeclaration } from './interest.entity.js';
import { namedInRegister } from './interest.policy.js';
import { employerIds } from './interest.queries.js';
import { InterestService } from './interest.service.js';

const columns = [
  'Entry',
  'Name',
  'Category',
  'Situation',
  'Counterparty',
  'Description',
  'Value',
  'From',
  'To',
  'Declared on',
  'Confirmed on',
  'Action',
];

/** The lines of a register: an interest that is not for it becomes a line that says so and nothing more. */
export const registerRows = (interests: readonly InterestDeclaration[]): string[][] =>
  interests.map((interest) => {
    if (!namedInRegister(interest.visibility)) return ['Withheld', ...columns.slice(1).map(() => '')];
    if (interest.nothing) {
      const { ownerName, declaredOn, confirmedOn } = interest;
      return ['Nothing to declare', ownerName, '', '', '', '', '', '', '', declaredOn, confirmedOn, ''];
    }
    return [
      'Interest',
      interest.ownerName,
      labelOf(interestTerms.categories, interest.category),
      labelOf(interestTerms.situations, interest.situation),
      interest.counterparty ?? '',
      interest.description,
      labelOf(interestTerms.valueBands, interest.valueBand),
      interest.startsOn ?? '',
      interest.endsOn ?? '',
      interest.declaredOn,
      interest.confirmedOn,
      labelOf(interestTerms.mitigations, interest.mitigation),
    ];
  });

/** The register of an employer, to publish. */
@Injectable()
export class InterestRegister implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(InterestService) private readonly interests: InterestService,
    @Inject(Downloads) private readonly downloads: Downloads,
  ) {}

  onModuleInit() {
    this.downloads.register('register-of-interests', ['csv'], (viewer, asked) => this.file(viewer, asked));
  }

  /** /downloads/register-of-interests/<organisation>.csv, for the employer's office: what is not for it is withheld. */
  async file(viewer: Viewer, { id }: Pick<AskedDownload, 'id'>): Promise<WrittenFile> {
    signedIn(viewer);
    if (!isOfficeOf(viewer, idOf(id, 'organisation'))) throw notFound('organisation');
    const ids = await employerIds(this.database, id);
    const found = await this.interests.visible(viewer, ids);
    const inOrder = ids.flatMap((id) => found.get(id) ?? []);
    // Withheld ones stand last: their place among the names would tell whose they are.
    const named = inOrder.filter(({ visibility }) => namedInRegister(visibility));
    const withheld = inOrder.filter(({ visibility }) => !namedInRegister(visibility));
    return {
      name: `Register of interests ${today()}`,
      bytes: writeCsv([columns, ...registerRows([...named, ...withheld])]),
    };
  }
}
