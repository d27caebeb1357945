import { formatPhone } from '../../../domain/people/format-phone';
import type { DraftChange } from '../draft/draft';
import type { Visit } from './visit';

/**
 * Returns what this phone still knows of a visit for the next request: recipient, place, contact, and the
 * answers given.
 */
export function knownFrom({ area, answers, personal }: Visit): DraftChange {
  if (personal === undefined) return { area, answers };
  const { recipientIs, recipientName, birthYear, needs = [], needsNote = '', channel, point } = personal;
  const { street, rt, rw, landmark, contactName, contactPhone } = personal;
  return {
    area,
    answers,
    recipientIs,
    recipientName,
    birthYear: String(birthYear),
    needs,
    needsNote,
    street,
    rt,
    rw,
    landmark,
    point,
    contactName,
    contactPhone: formatPhone(contactPhone),
    channel,
  };
}
