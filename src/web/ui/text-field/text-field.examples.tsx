import { useState } from 'react';
import type { Example } from '../example';
import { TextField } from './text-field';

function Filled({ error }: { error?: string }) {
  const [value, setValue] = useState('187201');
  return (
    <TextField
      id="nik"
      label="NIK"
      hint="16 angka, ada di KTP atau KK. Membantu petugas menyiapkan berkas."
      error={error}
      isOptional
      value={value}
      onChange={setValue}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}

function Phone() {
  const [value, setValue] = useState('');
  return (
    <TextField
      id="phone"
      label="Nomor HP"
      hint="Contoh: 0812 3456 7890"
      prefix="+62"
      type="tel"
      inputMode="tel"
      autoComplete="tel-national"
      value={value}
      onChange={setValue}
    />
  );
}

export const textFieldExamples: readonly Example[] = [
  { name: 'with hint, optional', render: () => <Filled /> },
  { name: 'wrong', render: () => <Filled error="NIK harus 16 angka. Yang diketik baru 6." /> },
  { name: 'with prefix', render: () => <Phone /> },
];
