import { BackLink } from '../back-link/back-link';
import { Button } from '../button/button';
import type { Example } from '../example';
import { PageHeading } from '../page-heading/page-heading';
import { SkipLink } from '../skip-link/skip-link';
import { Page } from './page';
import { SiteHeader } from './site-header';

export const pageExamples: readonly Example[] = [
  {
    name: 'whole page',
    isWholeScreen: true,
    render: () => (
      <>
        <SkipLink targetId="isi" />
        <SiteHeader name="MPP Mobile" />
        <Page back={<BackLink to="/" />} actions={<Button type="submit">Lanjut</Button>}>
          <PageHeading>Di mana rumahnya?</PageHeading>
          <p>Petugas datang ke alamat ini. Tulis seperti Anda memberi tahu tamu.</p>
        </Page>
      </>
    ),
  },
];
