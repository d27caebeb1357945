import { useState } from 'react';
import type { Example } from '../example';
import { PasswordField } from './password-field';

function Filled({ error }: { error?: string }) {
  const [value, setValue] = useState('sawah hujan pagi');
  return (
    <PasswordField
      id="password"
      label="Kata sandi"
      hint="Paling sedikit 12 huruf."
      error={error}
      value={value}
      onChange={setValue}
      autoComplete="new-password"
    />
  );
}

export const passwordFieldExamples: readonly Example[] = [
  { name: 'filled', render: () => <Filled /> },
  { name: 'wrong', render: () => <Filled error="Kata sandi ini terlalu mudah ditebak. Pilih yang lain." /> },
];
