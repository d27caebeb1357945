import { useState } from 'react';
import { Button } from '../button/button';
import type { Example } from '../example';
import { Page } from '../page/page';
import { Dialog } from './dialog';

function Cancelling({ isAsked = false }: { isAsked?: boolean }) {
  const [isOpen, setIsOpen] = useState(isAsked);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setIsOpen(true)}>
        Batalkan kunjungan…
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title="Batalkan kunjungan ini?"
        actions={
          <>
            <Button variant="danger" onClick={close}>
              Ya, batalkan
            </Button>
            <Button variant="secondary" onClick={close}>
              Tidak jadi
            </Button>
          </>
        }
      >
        Tempat Anda akan diberikan kepada warga lain.
      </Dialog>
    </>
  );
}

export const dialogExamples: readonly Example[] = [
  { name: 'cancelling', render: () => <Cancelling /> },
  {
    name: 'open',
    isWholeScreen: true,
    render: () => (
      <Page>
        <Cancelling isAsked />
      </Page>
    ),
  },
];
