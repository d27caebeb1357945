import type { Example } from '../example';
import { Steps } from './steps';

export const stepsExamples: readonly Example[] = [
  { name: 'third of ten', render: () => <Steps step={3} total={10} /> },
];
