import type { Example } from '../example';
import { QrCode } from './qr-code';

export const qrCodeExamples: readonly Example[] = [
  { name: 'a link', render: () => <QrCode text="https://localhost/ikuti" title="Kode untuk HP lain" /> },
];
