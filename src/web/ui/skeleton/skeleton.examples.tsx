import type { Example } from '../example';
import { Skeleton } from './skeleton';

export const skeletonExamples: readonly Example[] = [
  { name: 'loading', render: () => <Skeleton rows={2} /> },
  { name: 'a button on its way', render: () => <Skeleton rows={1} of="button" /> },
];
