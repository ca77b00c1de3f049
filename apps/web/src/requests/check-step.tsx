import { VisuallyHidden } from '@mantine/core';
import { TickField } from '../forms/fields';
import { useVocabularies } from '../forms/vocabularies';
import { placeModeLabel } from '../search/list-kinds';
import { dayOf, lengthOf, shareOfTime } from '../theme/words';
import type { Draft } from './draft';
import type { Receiver } from './receiver';
import classes from './requests.module.css';
import type { StepKey } from './steps';

interface Props {
  draft: Draft;
  receiver: Receiver;
  asker: string;
  attached: string | null;
  goTo: (step: StepKey) => void;
  mayBeReferred: boolean;
  setMayBeReferred: (yes: boolean) => void;
}

/** Everything that will be sent, each with the way back to change it. */
export const CheckStep = ({ draft, receiver, asker, attached, goTo, mayBeReferred, setMayBeReferred }: Props) => {
  const { data: words } = useVocabularies();
  const { terms } = draft;
  const type = words?.engagementTypes.find(({ code }) => code === draft.type)?.label ?? '';
  const open = 'To be agreed';
  const rows: [string, string, StepKey | null][] = [
    ['To', [receiver.name, receiver.detail].filter(Boolean).join('. '), null],
    ['From', asker, 'need'],
    ['Way of working', type || 'Not chosen yet', 'need'],
    ...(attached ? [['About', attached, 'need'] as [string, string, StepKey]] : []),
    ['Start', terms.startsOn ? dayOf(terms.startsOn) : open, 'terms'],
    ['Length', Number(terms.lengthMonths) >= 1 ? lengthOf(Number(terms.lengthMonths)) : open, 'terms'],
    ['Time', terms.fte ? shareOfTime(Number(terms.fte)) : open, 'terms'],
    ['Place', placeModeLabel(terms.placeMode || null) ?? open, 'terms'],
    ...(terms.funding ? [['Funding', terms.funding, 'terms'] as [string, string, StepKey]] : []),
    ...(terms.note ? [['Note', terms.note, 'terms'] as [string, string, StepKey]] : []),
    ['Reason', draft.reason || 'Not written yet', 'reason'],
  ];
  return (
    <>
      <dl className={classes.answers}>
        {rows.map(([name, value, step]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{value}</dd>
            {step ? (
              <dd>
                <button type="button" onClick={() => goTo(step)}>
                  Change<VisuallyHidden> {name.toLowerCase()}</VisuallyHidden>
                </button>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      {receiver.kind === 'academic' && (
        <TickField
          id="mayBeReferred"
          checked={mayBeReferred}
          onChange={setMayBeReferred}
          label="If it is not for them, they may pass it on to a colleague"
        />
      )}
    </>
  );
};
