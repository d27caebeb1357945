import type { Example } from '../example';
import { BackLink } from './back-link';

function stayHere(): void {}

export const backLinkExamples: readonly Example[] = [
  { name: 'link', render: () => <BackLink to="/" /> },
  { name: 'button', render: () => <BackLink onBack={stayHere} /> },
];
