import type { Example } from '../example';
import { ElderWithOfficer } from './elder-with-officer';
import { FinishedDocument } from './finished-document';
import { VanAtGate } from './van-at-gate';

export const illustrationExamples: readonly Example[] = [
  { name: 'van at a gate', render: () => <VanAtGate /> },
  { name: 'elder with an officer', render: () => <ElderWithOfficer /> },
  { name: 'finished document', render: () => <FinishedDocument /> },
];
