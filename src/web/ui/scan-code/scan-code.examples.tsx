import type { Example } from '../example';
import { Page } from '../page/page';
import { ScanCode } from './scan-code';

function stayHere(): void {}

export const scanCodeExamples: readonly Example[] = [
  {
    name: 'before the camera has a picture',
    isWholeScreen: true,
    render: () => (
      <Page>
        <ScanCode hint="Arahkan kamera ke kode di tiket." onCode={stayHere} onFail={stayHere} />
      </Page>
    ),
  },
];
