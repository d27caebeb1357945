import type { Example } from '../example';
import { StatusTag } from './status-tag';

export const statusTagExamples: readonly Example[] = [
  {
    name: 'plain',
    render: () => (
      <StatusTag tone="plain" icon="handset">
        Tersimpan di HP ini
      </StatusTag>
    ),
  },
  { name: 'waiting', render: () => <StatusTag tone="waiting">Terkirim</StatusTag> },
  {
    name: 'good',
    render: () => (
      <StatusTag tone="good" icon="calendar">
        Terjadwal
      </StatusTag>
    ),
  },
  {
    name: 'warning',
    render: () => (
      <StatusTag tone="warning" icon="queue">
        Daftar tunggu
      </StatusTag>
    ),
  },
  { name: 'bad', render: () => <StatusTag tone="bad">Dibatalkan</StatusTag> },
];
