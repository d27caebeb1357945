import { checkPage, type RequestError } from '../../../domain/booking/check-request';
import { EMPTY_REQUEST } from '../../../domain/booking/request-draft';
import type { JudgedTime } from '../../../domain/calendar/judged-time';
import type { City } from '../../../domain/city/city';
import { parsePhone } from '../../../domain/people/phone';
import type { PersonDetails } from '../../../offline/store/family/person';

type PersonPart = 'details' | 'needs' | 'place';

type Fault = Pick<RequestError, 'field' | 'problem'>;

/**
 * Returns the faults in one part of a person, by the rules of a request. The owner may leave out the year of
 * birth, because an owner may be kept only as the person to call.
 */
export function checkPersonPart(
  part: PersonPart,
  person: PersonDetails,
  city: City,
  time: JudgedTime,
): Fault[] {
  const { recipientIs, name, birthYear, needs, needsNote, area, street, rt, rw, landmark, phone } = person;
  const request = { ...EMPTY_REQUEST, recipientName: name, birthYear, needs, needsNote };
  if (part === 'needs') return checkPage('needs', request, city, time);
  if (part === 'place')
    return checkPage('address', { ...request, area, street, rt, rw, landmark }, city, time);
  const faults: Fault[] = checkPage('recipient', request, city, time);
  if (recipientIs !== 'self') return faults;
  const number = parsePhone(phone);
  return [
    ...faults.filter(({ problem }) => problem !== 'birth-year-empty'),
    ...(number.ok ? [] : [{ field: 'contactPhone', problem: number.problem }]),
  ];
}
