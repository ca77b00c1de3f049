import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useReturnFocus } from '../shell/return-focus';
import classes from './facet-rail.module.css';
import { FacetRow } from './facet-row';
import type { Facet } from './facets';

interface Props {
  facet: Facet;
  chosen: string[];
  onToggle: (code: string) => void;
  close: () => void;
}

/** All values of one facet, with a field to find one. */
const FacetDialog = ({ facet, chosen, onToggle, close }: Props) => {
  useReturnFocus();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const values = facet.values.filter(({ label }) => label.toLowerCase().includes(wanted));
  const most = Math.max(...facet.values.map(({ count }) => count), 0);
  return (
    <Modal opened onClose={close} title={facet.label} size="lg">
      <TextInput
        label="Find one"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-autofocus
      />
      <Text role="status" size="sm" my="sm">
        {values.length === facet.values.length
          ? `${values.length} values`
          : `${values.length} of ${facet.values.length}`}
      </Text>
      <fieldset className={classes.all}>
        <legend>{facet.label}</legend>
        {values.map((value) => (
          <FacetRow
            key={value.code}
            value={value}
            checked={chosen.includes(value.code)}
            most={most}
            onToggle={() => onToggle(value.code)}
          />
        ))}
      </fieldset>
      <Group justify="flex-end" mt="md">
        <Button onClick={close}>Show the results</Button>
      </Group>
    </Modal>
  );
};

export default FacetDialog;
