import { useState } from 'react';
import type { Example } from '../example';
import { SelectField } from './select-field';

const choices = [
  { value: '', label: 'Semua unit' },
  { value: 'unit-1', label: 'Unit 1' },
];

function Units({ error }: { error?: string }) {
  const [value, setValue] = useState('');
  return (
    <SelectField id="unit" label="Unit" error={error} choices={choices} value={value} onChange={setValue} />
  );
}

export const selectFieldExamples: readonly Example[] = [
  { name: 'plain', render: () => <Units /> },
  { name: 'wrong', render: () => <Units error="Pilih satu unit." /> },
];
