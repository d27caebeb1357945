import type { BookingFile } from '../../../../contract/staff/desk';
import { EMPTY_REQUEST, type RequestDraft } from '../../../../domain/booking/request-draft';
import { formatPhone } from '../../../../domain/people/format-phone';

/** Returns a sent request as it can be typed over. The NIK is not here whole, and stays as it is. */
export function draftOfFile({ request }: BookingFile['booking']): RequestDraft {
  const { recipientIs, recipient, needs, needsNote = '', services, prepared, preferences } = request;
  const { place, contact } = request;
  const answers = Object.entries(request.answers).flatMap(([id, isYes]) =>
    isYes === undefined ? [] : [[id, isYes] as const],
  );
  return {
    ...EMPTY_REQUEST,
    recipientIs,
    recipientName: recipient.name,
    birthYear: String(recipient.birthYear),
    needs,
    needsNote,
    services,
    answers: Object.fromEntries(answers),
    prepared,
    area: place.area,
    street: place.street,
    rt: place.rt,
    rw: place.rw,
    landmark: place.landmark,
    point: place.point,
    isAnyTime: preferences === 'any',
    windows: preferences === 'any' ? [] : preferences,
    contactName: contact.name,
    contactPhone: formatPhone(contact.phoneAbroad ?? contact.phone),
    channel: contact.channel,
  };
}
