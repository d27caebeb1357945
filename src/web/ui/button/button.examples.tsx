import type { Example } from '../example';
import { Button, ButtonLink } from './button';

export const buttonExamples: readonly Example[] = [
  { name: 'primary', render: () => <Button>Kirim permohonan</Button> },
  { name: 'primary with icon', render: () => <Button icon="send">Kirim sekarang</Button> },
  { name: 'busy', render: () => <Button busy>Menyimpan</Button> },
  { name: 'secondary', render: () => <Button variant="secondary">Pilih waktu lain</Button> },
  { name: 'danger', render: () => <Button variant="danger">Batalkan kunjungan</Button> },
  {
    name: 'quiet',
    render: () => (
      <Button variant="quiet" icon="trash">
        Hapus dari HP ini
      </Button>
    ),
  },
  { name: 'link', render: () => <ButtonLink to="/ajukan">Ajukan kunjungan</ButtonLink> },
  {
    name: 'outside link',
    render: () => (
      <ButtonLink variant="secondary" icon="chat" href="https://wa.me/?text=halo">
        Bagikan lewat WhatsApp
      </ButtonLink>
    ),
  },
];
