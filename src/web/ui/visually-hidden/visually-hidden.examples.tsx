import type { Example } from '../example';
import { FollowLink } from '../follow-link/follow-link';
import { VisuallyHidden } from './visually-hidden';

export const visuallyHiddenExamples: readonly Example[] = [
  {
    name: 'what a link changes, for those who listen',
    render: () => (
      <FollowLink to="/ajukan/alamat">
        Ubah <VisuallyHidden>alamat rumah</VisuallyHidden>
      </FollowLink>
    ),
  },
];
