import type { Example } from '../example';
import { Mark } from './mark';

export const markExamples: readonly Example[] = [{ name: 'plain', render: () => <Mark /> }];
