import type { Example } from '../example';
import { FollowLink } from './follow-link';

export const followLinkExamples: readonly Example[] = [
  {
    name: 'in a sentence',
    render: () => (
      <p>
        Ada pertanyaan? <FollowLink to="/hubungi">Hubungi petugas</FollowLink> pada jam kerja.
      </p>
    ),
  },
];
