import { accountRows } from './access.accounts.js';
import { agreementRows } from './access.agreements.js';
import { alertRows } from './access.alerts.js';
import { collaborationRows } from './access.collaborations.js';
import { declarationRows } from './access.declarations.js';
import { directoryRows, matchingRows } from './access.directory.js';
import { feedbackRows } from './access.feedback.js';
import { governanceRows } from './access.governance.js';
import { introductionRowsOfAccess } from './access.introductions.js';
import { meetingRowsOfAccess } from './access.meetings.js';
import { outcomeRows } from './access.outcomes.js';
import { requestRows } from './access.requests.js';
import { rightsRows } from './access.rights.js';
import type { AccessRow } from './access.rows.js';
import { signOffRows } from './access.sign-offs.js';
import { stewardshipRows } from './access.stewardship.js';

/** Every operation of the API has rows in one of these; a new one without a row fails access.spec.ts. */
export const accessTable: readonly AccessRow[] = [
  ...directoryRows,
  ...matchingRows,
  ...accountRows,
  ...declarationRows,
  ...requestRows,
  ...meetingRowsOfAccess,
  ...governanceRows,
  ...introductionRowsOfAccess,
  ...collaborationRows,
  ...signOffRows,
  ...outcomeRows,
  ...feedbackRows,
  ...alertRows,
  ...stewardshipRows,
  ...agreementRows,
  ...rightsRows,
];
