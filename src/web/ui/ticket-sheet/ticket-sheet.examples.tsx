import type { Example } from '../example';
import { TicketSheet } from './ticket-sheet';

export const ticketSheetExamples: readonly Example[] = [
  {
    name: 'a visit',
    isOnPaper: true,
    render: () => (
      <TicketSheet
        ticket={{
          heading: 'MPP Mobile Kota Contoh',
          number: '4827 1936',
          name: 'Siti Contoh',
          facts: [{ label: 'Tanggal', value: 'Selasa 1 Desember 2026', isLarge: true }],
          services: { title: 'Layanan', names: ['Akta kematian'] },
          requirements: { title: 'Siapkan', items: [{ name: 'Kartu Keluarga', isReady: true }] },
          notes: ['Gratis.'],
          code: { text: '4827 1936', title: 'Kode kunjungan' },
        }}
      />
    ),
  },
];
