import { useState } from 'react';
import type { Choice } from '../choice-rows/choice';
import type { Example } from '../example';
import { SearchField } from './search-field';

const places: readonly Choice<string>[] = [
  { value: 'a', label: 'Iring Mulyo', hint: 'Metro Timur' },
  { value: 'b', label: 'Kel. Metro', hint: 'Metro Pusat' },
  { value: 'c', label: 'Hadimulyo Barat', hint: 'Metro Pusat' },
];

function Place() {
  const [value, setValue] = useState<string>();
  return (
    <SearchField
      id="area"
      label="Kelurahan"
      hint="Ketik sebagian namanya atau pilih dari daftar."
      choices={places}
      value={value}
      onChange={setValue}
    />
  );
}

export const searchFieldExamples: readonly Example[] = [{ name: 'kelurahan', render: () => <Place /> }];
