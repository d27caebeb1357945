import type { Example } from '../example';
import { Skeleton } from './skeleton';

export const skeletonExamples: readonly Example[] = [
  { name: 'loading', render: () => <Skeleton rows={2} /> },
];
