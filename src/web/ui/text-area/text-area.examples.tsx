import { useState } from 'react';
import type { Example } from '../example';
import { TextArea } from './text-area';

function Landmark() {
  const [value, setValue] = useState('');
  return (
    <TextArea
      id="landmark"
      label="Patokan"
      hint="Misalnya: rumah cat hijau di seberang musala."
      isOptional
      value={value}
      onChange={setValue}
    />
  );
}

export const textAreaExamples: readonly Example[] = [{ name: 'optional', render: () => <Landmark /> }];
