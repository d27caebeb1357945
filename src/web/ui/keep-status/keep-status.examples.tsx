import type { Example } from '../example';
import { KeepLine } from './keep-status';

export const keepStatusExamples: readonly Example[] = [
  { name: 'files are on their way', render: () => <KeepLine state="preparing" /> },
  { name: 'ready', render: () => <KeepLine state="ready" /> },
  { name: 'the connection broke off', render: () => <KeepLine state="waiting" /> },
  { name: 'a browser that keeps nothing', render: () => <KeepLine state="never" /> },
];
