import { isOfficeOf, type Viewer } from '#accounts';
import type { Criterion, Opportunity } from '#opportunities';
import { problem, type RequestProblem } from './request.problem.js';
import { requestRules } from './request.rules.js';
import type { ConcernedOffice, PairHistory, Receiver, Sender } from './sending.queries.js';

const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000);

const closed = () =>
  problem(
    'opportunity-closed',
    'This opportunity takes no requests at the moment.',
    'Look for others like it, or save the search to hear of new ones.',
  );

/** Whether an opportunity can be asked about: published, and its last day not passed. */
const takesRequests = ({ state, deadline }: Pick<Opportunity, 'state' | 'deadline'>, today: string) =>
  state === 'published' && (deadline === null || deadline >= today);

/** What stands against a request because of who the two sides are; `opportunity` is the receiver's, if it is about one. */
export const sideProblems = ({
  sender,
  receiver,
  opportunity,
  ownSide,
}: {
  sender: Sender;
  receiver: Receiver;
  opportunity: Opportunity | null;
  ownSide: boolean;
}): RequestProblem[] => {
  const problems: RequestProblem[] = [];
  if (sender.kind === 'academic' && sender.accountId === null) {
    problems.push(
      problem(
        'no-profile',
        'You have no profile yet, and whoever you ask wants to know who you are.',
        'Make your profile, claim yours, or ask for your organisation.',
      ),
    );
  }
  if (sender.kind === 'academic' && sender.hidden) {
    problems.push(
      problem(
        'profile-hidden',
        'Your profile is hidden, and whoever you ask must be able to read it.',
        'Show your profile at least to members.',
      ),
    );
  }
  if (!sender.verified) {
    problems.push(
      problem(
        'sender-unverified',
        'Your organisation is not verified yet: only verified organisations send requests.',
        'The request can be kept as a draft until the verification is done.',
      ),
    );
  }
  if (ownSide) {
    problems.push(
      problem('own-side', 'This would be a request to your own side.', 'Speak to your colleague directly.'),
    );
    return problems;
  }
  if (opportunity) {
    const today = new Date().toISOString().slice(0, 10);
    // Nothing here may tell more of the side behind a blind opportunity than that it does not answer.
    const open = takesRequests(opportunity, today) && receiver.peopled && receiver.verified;
    if (!open) problems.push(closed());
    return problems;
  }
  if (!receiver.peopled) {
    problems.push(
      receiver.kind === 'academic'
        ? problem(
            'unclaimed',
            'This profile comes from a public register and the person does not look after it, so nobody would read the request.',
            'Look for somebody with a claimed profile who works on the same topics, or ask the person’s university.',
          )
        : problem(
            'unclaimed',
            'Nobody of this organisation is here yet, so nobody would read the request.',
            'Look for one of its people, or for another organisation that works on the same topics.',
          ),
    );
  } else if (sender.company && receiver.noCompanies) {
    problems.push(
      problem(
        'no-companies',
        'This person does not want to be contacted by companies.',
        'Look for somebody else who works on the same topics, or answer an idea that the person has published.',
      ),
    );
  } else if (!receiver.verified) {
    problems.push(
      problem(
        'receiver-unverified',
        'This organisation is not verified yet, so it does not receive requests.',
        'Ask again once it is verified, or look for another one.',
      ),
    );
  }
  return problems;
};

/** Two sides have one open request about the same thing; `requestId` only where the viewer may read it. */
export const duplicate = (requestId: string | null) =>
  problem(
    'duplicate',
    'There is an open request about this between the two of you already.',
    'Go on with that one: write on it, or wait for the answer.',
    { requestId },
  );

/** What stands against a request because of what has been between the two sides. */
export const pairProblems = (sender: Sender, history: PairHistory): RequestProblem[] => {
  const problems: RequestProblem[] = [];
  if (history.open) problems.push(duplicate(history.openId));
  if (history.declinedAt) {
    const until = days(history.declinedAt, requestRules.coolDownDays);
    problems.push(
      problem(
        'cool-down',
        'They have declined this not long ago.',
        `Ask again after ${until.toISOString().slice(0, 10)}, or ask about something else.`,
        { until },
      ),
    );
  }
  const limit = requestRules.newRequestsPerWeek[sender.kind];
  if (history.recent >= limit && history.recentSince) {
    const until = days(history.recentSince, 7);
    problems.push(
      problem(
        'weekly-limit',
        `${limit} new requests in seven days are the most that one side may send.`,
        `The next one can go on ${until.toISOString().slice(0, 10)}; the draft is kept.`,
        { until },
      ),
    );
  }
  return problems;
};

const labels = (criteria: readonly Criterion[]) => criteria.map(({ label }) => label).join(', ');

/** What the opportunity asks for and the other side does not have, or has and must not. */
export const mismatchProblems = ({
  mustHave,
  exclude,
}: {
  mustHave: Criterion[];
  exclude: Criterion[];
}): RequestProblem[] => {
  const problems: RequestProblem[] = [];
  if (mustHave.length > 0) {
    problems.push(
      problem(
        'must-have-unmet',
        `The opportunity needs what the profile does not say: ${labels(mustHave)}.`,
        'Complete the profile if it is true, or acknowledge it and say in the reason why it fits all the same.',
        { acknowledgeable: true, criteria: mustHave },
      ),
    );
  }
  if (exclude.length > 0) {
    problems.push(
      problem(
        'exclusion-hit',
        `The opportunity rules out: ${labels(exclude)}.`,
        'Look for another one, or acknowledge it and say in the reason why it fits all the same.',
        { acknowledgeable: true, criteria: exclude },
      ),
    );
  }
  return problems;
};

/** What the sender should know of the offices. Where a person works is theirs to show, so their offices are not named. */
export const officeWarnings = (
  viewer: Viewer,
  offices: readonly ConcernedOffice[],
  { receiver, receiverHidden }: { receiver: Receiver; receiverHidden: boolean },
): RequestProblem[] =>
  offices
    .filter(({ organisationId, side }) => !(side === 'sender' && isOfficeOf(viewer, organisationId)))
    .map(({ organisationId, name, side, policy }) => {
      const known = side === 'sender' || (organisationId === receiver.id && !receiverHidden);
      const office = known ? `The office of ${name}` : 'An office of the other side';
      return policy === 'office-approves'
        ? problem(
            'office-approves',
            `${office} must approve the request before it is delivered.`,
            'Send it all the same.',
          )
        : problem('office-told', `${office} will be told of the request.`, 'Send it all the same.');
    });
