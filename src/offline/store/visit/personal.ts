import type { BookingId, BookingRequest } from '../../../domain/booking/booking';
import type { RequestChange } from '../../../domain/booking/request-change';
import type { DeviceRow, VisitRow, VisitSecret } from '../engine/rows';
import { seal, unseal } from '../secret/seal';
import type { VisitPersonal } from './visit';

/** The purpose bound to a visit's ciphertext. */
export const visitPurpose = (id: BookingId) => `bookings:${id}`;

/** The personal data that a change can touch: neither the recipient nor the follow link. */
type ChangedPersonal = Pick<
  VisitPersonal,
  | 'street'
  | 'rt'
  | 'rw'
  | 'landmark'
  | 'point'
  | 'contactName'
  | 'contactPhone'
  | 'channel'
  | 'needs'
  | 'needsNote'
>;

/** Seals what only this phone knows of a visit. */
export function sealVisit({ cryptoKey }: Pick<DeviceRow, 'cryptoKey'>, id: BookingId, secret: VisitSecret) {
  return seal(cryptoKey, visitPurpose(id), secret);
}

/** Seals the personal data of a changed request. */
export function sealChanged(
  { cryptoKey }: Pick<DeviceRow, 'cryptoKey'>,
  id: BookingId,
  request: Pick<RequestChange, 'place' | 'contact' | 'needs' | 'needsNote'>,
) {
  return seal(cryptoKey, visitPurpose(id), changedPersonal(request));
}

/** Opens what this phone knows of a visit, as it was last changed; `undefined` on a follower's phone. */
export async function openPersonal(
  key: CryptoKey,
  { id, sealed, sealedChanged }: Pick<VisitRow, 'id' | 'sealed' | 'sealedChanged'>,
): Promise<VisitPersonal | undefined> {
  const secret = sealed && (await unseal<VisitSecret>(key, visitPurpose(id), sealed));
  const changed = sealedChanged && (await unseal<ChangedPersonal>(key, visitPurpose(id), sealedChanged));
  if (secret === undefined || changed === undefined) return secret?.personal;
  // What was emptied is absent there.
  return { ...secret.personal, point: undefined, needsNote: undefined, ...changed };
}

/** Returns the personal data of a request that is being sent. */
export function personalOf(request: BookingRequest, followToken: string): VisitPersonal {
  const { recipient } = request;
  return {
    recipientName: recipient.name,
    birthYear: recipient.birthYear,
    nik: recipient.nik,
    followToken,
    recipientIs: request.recipientIs,
    ...changedPersonal(request),
  };
}

/** Returns the personal data of a changed request. */
function changedPersonal({
  place,
  contact,
  needs,
  needsNote,
}: Pick<RequestChange, 'place' | 'contact' | 'needs' | 'needsNote'>): ChangedPersonal {
  return {
    street: place.street,
    rt: place.rt,
    rw: place.rw,
    landmark: place.landmark,
    contactName: contact.name,
    contactPhone: contact.phone,
    needs: [...needs],
    needsNote,
    point: place.point,
    channel: contact.channel,
  };
}
