import { useState } from 'react';
import type { Example } from '../example';
import { PageHeading } from '../page-heading/page-heading';
import type { Choice } from './choice';
import { CheckRows, RadioRows } from './choice-rows';

const people: readonly Choice<'self' | 'parent' | 'family' | 'resident'>[] = [
  { value: 'self', label: 'Saya sendiri', icon: 'person' },
  { value: 'parent', label: 'Orang tua saya', hint: 'Ayah, ibu, atau mertua', icon: 'people' },
  { value: 'family', label: 'Keluarga lain', icon: 'home' },
  {
    value: 'resident',
    label: 'Warga yang saya bantu',
    hint: 'Untuk RT, kader, atau petugas kelurahan',
    icon: 'help',
  },
];

const needs: readonly Choice<'walk' | 'hear' | 'see'>[] = [
  { value: 'walk', label: 'Tidak bisa berjalan' },
  { value: 'hear', label: 'Sulit mendengar', hint: 'Petugas akan bicara pelan dan jelas' },
  { value: 'see', label: 'Sulit melihat' },
];

function ForWhom({ error }: { error?: string }) {
  const [value, setValue] = useState<(typeof people)[number]['value'] | undefined>(
    error ? undefined : 'parent',
  );
  return (
    <RadioRows
      id="for-whom"
      label={<PageHeading>Kunjungan ini untuk siapa?</PageHeading>}
      error={error}
      choices={people}
      value={value}
      onChange={setValue}
    />
  );
}

function Needs() {
  const [values, setValues] = useState<readonly (typeof needs)[number]['value'][]>(['hear']);
  return (
    <CheckRows
      id="needs"
      label="Apa yang perlu petugas ketahui?"
      hint="Pilih semua yang sesuai."
      isOptional
      choices={needs}
      values={values}
      onChange={setValues}
    />
  );
}

export const choiceRowsExamples: readonly Example[] = [
  { name: 'radio, legend as heading', render: () => <ForWhom /> },
  { name: 'radio, wrong', render: () => <ForWhom error="Pilih untuk siapa kunjungan ini." /> },
  { name: 'checks', render: () => <Needs /> },
];
