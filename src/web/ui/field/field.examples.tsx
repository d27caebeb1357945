import { useState } from 'react';
import { Button } from '../button/button';
import type { Example } from '../example';
import { describeField, Field } from './field';
import { FieldAside } from './field-aside';

function Street({ error }: { error?: string }) {
  const [value, setValue] = useState('');
  const words = { id: 'street', label: 'Nama jalan', hint: 'Seperti di KTP.', error };
  return (
    <Field {...words} typed={{ ...words, value, onChange: setValue }}>
      <input
        className="field__input"
        id={words.id}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        aria-describedby={describeField(words)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}

export const fieldExamples: readonly Example[] = [
  { name: 'around an input', render: () => <Street /> },
  { name: 'wrong', render: () => <Street error="Tulis nama jalan." /> },
  {
    name: 'with another way to fill it in',
    render: () => (
      <FieldAside
        value={({ onChange }) => (
          <Button variant="quiet" icon="pin" onClick={() => onChange('Jalan Contoh')}>
            Pakai jalan yang dulu
          </Button>
        )}
      >
        <Street />
      </FieldAside>
    ),
  },
];
