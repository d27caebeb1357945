import type { Example } from '../example';
import { TextField } from '../text-field/text-field';
import { ErrorSummary } from './error-summary';

const errors = [
  { fieldId: 'es-name', message: 'Tulis nama penerima layanan.' },
  { fieldId: 'es-year', message: 'Tulis tahun lahir dengan 4 angka.' },
];

function keepValue(): void {}

export const errorSummaryExamples: readonly Example[] = [
  {
    name: 'two errors with their fields',
    render: () => (
      <>
        <ErrorSummary errors={errors} />
        <TextField id="es-name" label="Nama" error={errors[0]?.message} value="" onChange={keepValue} />
        <TextField
          id="es-year"
          label="Tahun lahir"
          error={errors[1]?.message}
          value="19"
          onChange={keepValue}
        />
      </>
    ),
  },
];
