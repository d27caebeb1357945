import type { Example } from '../example';
import { PageHeading } from './page-heading';

export const pageHeadingExamples: readonly Example[] = [
  { name: 'plain', render: () => <PageHeading>Periksa jawaban Anda</PageHeading> },
  {
    name: 'with caption',
    render: () => <PageHeading caption="Ajukan kunjungan">Siapa yang dilayani?</PageHeading>,
  },
];
