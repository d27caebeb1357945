import type { Example } from '../example';
import { Expander } from './expander';

export const expanderExamples: readonly Example[] = [
  {
    name: 'closed and open',
    render: () => (
      <div>
        <Expander summary="Mengapa kami menanyakan NIK?">Supaya berkas siap saat petugas datang.</Expander>
        <Expander summary="Berapa biayanya?" isOpen>
          Gratis. Ada pungutan? Laporkan ke LAPOR!
        </Expander>
      </div>
    ),
  },
];
