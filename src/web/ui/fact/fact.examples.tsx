import type { Example } from '../example';
import { Facts } from './fact';

const facts = [
  { label: 'Tanggal', value: 'Selasa, 8 Desember', isLarge: true },
  { label: 'Jam', value: '08.00–11.30', isLarge: true, note: 'Petugas menelepon sebelum berangkat.' },
  { label: 'Nomor permohonan', value: 'K7P-4MX-29' },
];

export const factExamples: readonly Example[] = [
  { name: 'two large, one with a note', render: () => <Facts facts={facts} /> },
];
