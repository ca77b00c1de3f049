import { reading } from '../api/queries';
import { TopicsLikeDocument } from '../generated/graphql';
import { Chips } from './chips';
import { Picker } from './picker';

export interface NamedCode {
  code: string;
  label: string;
}

interface Props {
  id: string;
  label?: string;
  hint?: string;
  error?: string;
  chosen: NamedCode[];
  onChange: (topics: NamedCode[]) => void;
  most?: number;
}

const synonymOf = (synonyms: readonly string[], text: string) =>
  synonyms.find((synonym) => synonym.toLowerCase().includes(text.toLowerCase()));

/** Topics of the vocabulary, found by their names and by what else they are called. */
export const TopicPicker = ({ id, label = 'Topics', hint, error, chosen, onChange, most = 30 }: Props) => (
  <div>
    <Picker
      id={id}
      label={label}
      hint={hint ?? 'Type a name, a synonym or an abbreviation, such as COPD.'}
      error={error}
      find={(prefix) => reading('topics-like', TopicsLikeDocument, { prefix })}
      choices={(found, text) =>
        found.suggestTopics
          .filter(({ code }) => !chosen.some((topic) => topic.code === code))
          .map(({ code, label: name, synonyms }) => {
            const also = name.toLowerCase().includes(text.toLowerCase()) ? undefined : synonymOf(synonyms, text);
            return { key: code, label: name, detail: also && `also called ${also}` };
          })
      }
      onPick={({ key, label: name }) => {
        if (chosen.length < most) onChange([...chosen, { code: key, label: name }]);
      }}
    />
    <Chips
      label="Chosen topics, most important first"
      chips={chosen.map(({ code, label: name }) => ({ key: code, label: name }))}
      onRemove={(code) => onChange(chosen.filter((topic) => topic.code !== code))}
    />
  </div>
);
