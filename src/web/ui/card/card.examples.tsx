import type { Example } from '../example';
import { Facts } from '../fact/fact';
import { StatusTag } from '../status-tag/status-tag';
import { Card } from './card';

const facts = [
  { label: 'Tanggal', value: 'Selasa, 8 Desember', isLarge: true },
  { label: 'Jam', value: '08.00–11.30', isLarge: true },
  { label: 'Nomor permohonan', value: 'K7P-4MX-29' },
];

export const cardExamples: readonly Example[] = [
  {
    name: 'link',
    render: () => (
      <Card title="Kunjungan untuk Siti Aminah" to="/kunjungan/1">
        <StatusTag tone="warning" icon="queue">
          Daftar tunggu
        </StatusTag>
        <p>Perekaman KTP-el dan Kartu Keluarga</p>
      </Card>
    ),
  },
  {
    name: 'ticket',
    render: () => (
      <Card hasBand>
        <StatusTag tone="good" icon="calendar">
          Terjadwal
        </StatusTag>
        <Facts facts={facts} />
      </Card>
    ),
  },
];
