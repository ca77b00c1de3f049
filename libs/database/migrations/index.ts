import { Outbox1700000000002 } from './1700000000002-outbox.js';
import { Directory1700000000004 } from './1700000000004-directory.js';
import { Accounts1700000000005 } from './1700000000005-accounts.js';
import { Taxonomy1700000000010 } from './1700000000010-taxonomy.js';
import { Search1700000000020 } from './1700000000020-search.js';
import { IndexRecipe1700000000025 } from './1700000000025-index-recipe.js';
import { Requests1700000000030 } from './1700000000030-requests.js';
import { OrganisationNames1700000000035 } from './1700000000035-organisation-names.js';
import { Texts1700000000040 } from './1700000000040-texts.js';
import { Governance1700000000050 } from './1700000000050-governance.js';
import { Files1700000000055 } from './1700000000055-files.js';
import { Collaborations1700000000060 } from './1700000000060-collaborations.js';
import { CollaborationWork1700000000065 } from './1700000000065-collaboration-work.js';
import { Agreements1700000000070 } from './1700000000070-agreements.js';
import { SignOffs1700000000080 } from './1700000000080-sign-offs.js';
import { Declarations1700000000090 } from './1700000000090-declarations.js';
import { Meetings1700000000100 } from './1700000000100-meetings.js';
import { Introductions1700000000105 } from './1700000000105-introductions.js';
import { Alerts1700000000110 } from './1700000000110-alerts.js';
import { Feedback1700000000120 } from './1700000000120-feedback.js';
import { Meanings1700000000121 } from './1700000000121-meanings.js';
import { LandmarkNames1700000000122 } from './1700000000122-landmark-names.js';
import { Outcomes1700000000130 } from './1700000000130-outcomes.js';
import { PolicyPermissions1700000000140 } from './1700000000140-policy-permissions.js';
import { Nda1700000000145 } from './1700000000145-nda.js';
import { PublishedEvents1700000000155 } from './1700000000155-published-events.js';
import { TopicCare1700000000160 } from './1700000000160-topic-care.js';
import { Exposure1700000000165 } from './1700000000165-exposure.js';
import { Rights1700000000170 } from './1700000000170-rights.js';
import { WorkTopics1700000000175 } from './1700000000175-work-topics.js';

/** Every migration, oldest first. */
export const migrations = [
  Outbox1700000000002,
  Directory1700000000004,
  Accounts1700000000005,
  Taxonomy1700000000010,
  Search1700000000020,
  IndexRecipe1700000000025,
  Requests1700000000030,
  OrganisationNames1700000000035,
  Texts1700000000040,
  Governance1700000000050,
  Files1700000000055,
  Collaborations1700000000060,
  CollaborationWork1700000000065,
  SignOffs1700000000080,
  Declarations1700000000090,
  Meetings1700000000100,
  Introductions1700000000105,
  Alerts1700000000110,
  Feedback1700000000120,
  Meanings1700000000121,
  LandmarkNames1700000000122,
  Agreements1700000000070,
  Outcomes1700000000130,
  Nda1700000000145,
  TopicCare1700000000160,
  PublishedEvents1700000000155,
  PolicyPermissions1700000000140,
  Rights1700000000170,
  Exposure1700000000165,
  WorkTopics1700000000175,
];
