import type { Example } from '../example';
import { InsecureNotice } from './insecure-notice';

export const insecureNoticeExamples: readonly Example[] = [
  { name: 'an http address', render: () => <InsecureNotice /> },
];
