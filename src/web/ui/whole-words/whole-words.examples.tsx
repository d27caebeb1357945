import type { Example } from '../example';
import { WholeWords } from './whole-words';

export const wholeWordsExamples: readonly Example[] = [
  {
    name: 'names',
    render: () => (
      <p>
        <WholeWords>Penggantian KTP-el dengan formulir F-1.02</WholeWords>
      </p>
    ),
  },
];
