import type { Example } from '../example';
import { UpdateOffer } from './update-offer';

function stayHere(): void {}

export const updateOfferExamples: readonly Example[] = [
  { name: 'a new version waits', render: () => <UpdateOffer onTake={stayHere} /> },
];
