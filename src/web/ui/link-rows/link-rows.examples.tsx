import type { Example } from '../example';
import { LinkRows } from './link-rows';

const rows = [
  { to: '/kunjungan', title: 'Kunjungan saya', hint: '1 terjadwal', icon: 'calendar' },
  { to: '/layanan', title: 'Layanan & syarat', hint: 'Apa saja yang bisa diurus di rumah', icon: 'document' },
  { to: '/hubungi', title: 'Hubungi petugas', icon: 'phone' },
] as const;

export const linkRowsExamples: readonly Example[] = [
  { name: 'home', render: () => <LinkRows rows={rows} /> },
];
