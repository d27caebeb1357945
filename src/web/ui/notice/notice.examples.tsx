import type { Example } from '../example';
import { Notice } from './notice';

export const noticeExamples: readonly Example[] = [
  { name: 'info', render: () => <Notice kind="info">Semua dokumen kependudukan gratis.</Notice> },
  {
    name: 'success',
    render: () => (
      <Notice kind="success" title="Terkirim">
        Permohonan Anda sudah kami terima.
      </Notice>
    ),
  },
  {
    name: 'warning',
    render: () => (
      <Notice kind="warning" title="Belum terkirim" isLive>
        Data Anda aman di HP ini. Kami kirim saat ada sinyal.
      </Notice>
    ),
  },
  {
    name: 'problem',
    render: () => (
      <Notice kind="problem" title="HP ini penuh">
        Hapus beberapa foto atau aplikasi, lalu coba lagi.
      </Notice>
    ),
  },
];
