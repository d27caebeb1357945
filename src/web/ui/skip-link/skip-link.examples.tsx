import type { Example } from '../example';
import { Page } from '../page/page';
import { SkipLink } from './skip-link';

export const skipLinkExamples: readonly Example[] = [
  {
    name: 'seen once Tab is pressed',
    isWholeScreen: true,
    render: () => (
      <>
        <SkipLink targetId="isi" />
        <Page>
          <p>Petugas datang ke alamat ini. Tulis seperti Anda memberi tahu tamu.</p>
        </Page>
      </>
    ),
  },
];
