import type { Example } from '../example';
import { SummaryList } from './summary-list';

const rows = [
  {
    question: 'Penerima layanan',
    answer: 'Siti Aminah, lahir 1951',
    change: { to: '/a', subject: 'penerima layanan' },
  },
  {
    question: 'Layanan',
    answer: 'Perekaman KTP-el\nKartu Keluarga',
    change: { to: '/b', subject: 'layanan' },
  },
  { question: 'Nomor permohonan', answer: 'K7P-4MX-29' },
];

export const summaryListExamples: readonly Example[] = [
  { name: 'with and without change', render: () => <SummaryList rows={rows} /> },
];
