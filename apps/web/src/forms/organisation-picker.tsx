import { reading } from '../api/queries';
import { OrganisationsLikeDocument } from '../generated/graphql';
import { Chips } from './chips';
import { Picker } from './picker';

interface Props {
  id: string;
  label: string;
  hint?: string;
  chosen: { id: string; name: string } | null;
  onChange: (organisation: { id: string; name: string } | null) => void;
}

/** One organisation of the directory. */
export const OrganisationPicker = ({ id, label, hint, chosen, onChange }: Props) => (
  <div>
    <Picker
      id={id}
      label={label}
      hint={hint}
      placeholder={chosen ? 'Choose another one' : undefined}
      find={(query) => reading('organisations-like', OrganisationsLikeDocument, { query })}
      choices={({ organisations }) =>
        organisations.nodes.map(({ id: key, name, type, place }) => ({
          key,
          label: name,
          detail: [type.label, place.city].filter(Boolean).join(', '),
        }))
      }
      onPick={({ key, label: name }) => onChange({ id: key, name })}
    />
    <Chips
      label={`Chosen: ${label}`}
      chips={chosen ? [{ key: chosen.id, label: chosen.name }] : []}
      onRemove={() => onChange(null)}
    />
  </div>
);
