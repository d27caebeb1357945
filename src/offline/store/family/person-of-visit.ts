import { formatPhone } from '../../../domain/people/format-phone';
import type { Visit } from '../visit/visit';
import { EMPTY_PERSON, type FamilyPerson, type PersonDetails } from './person';

type KnownVisit = Pick<Visit, 'area' | 'personal'>;

/**
 * Returns the recipient of a sent request, to be kept for the next one; `undefined` where this phone does not
 * know the recipient (a follower's phone, or a request from an app version that did not keep the
 * relationship).
 */
export function personOf({ area, personal }: KnownVisit): PersonDetails | undefined {
  if (personal?.recipientIs === undefined) return undefined;
  const { recipientIs, recipientName, birthYear, needs = [], needsNote = '', point } = personal;
  const { street, rt, rw, landmark, contactPhone, channel } = personal;
  const person = { name: recipientName, birthYear: String(birthYear), needs, needsNote };
  const place = { area, street, rt, rw, landmark, point };
  const own = recipientIs === 'self' ? { phone: formatPhone(contactPhone), channel } : { phone: '' };
  return { recipientIs, ...person, ...place, ...own };
}

/**
 * Returns the requester who asked for somebody else, as far as the request tells: only name and number.
 * `undefined` where the requester is the recipient.
 */
export function ownerOf({ personal }: KnownVisit): PersonDetails | undefined {
  if (personal?.recipientIs === undefined || personal.recipientIs === 'self') return undefined;
  return {
    ...EMPTY_PERSON,
    recipientIs: 'self',
    name: personal.contactName,
    phone: formatPhone(personal.contactPhone),
    channel: personal.channel,
  };
}

/**
 * Whether a person is already kept: the owner once their address is known, anybody else by name and year of
 * birth.
 */
export function isKept(person: PersonDetails, family: readonly FamilyPerson[]): boolean {
  const nameOf = (one: PersonDetails) => one.name.trim().toLocaleLowerCase('id').replace(/\s+/g, ' ');
  return family.some((other) =>
    person.recipientIs === 'self'
      ? other.recipientIs === 'self' && other.street !== ''
      : nameOf(other) === nameOf(person) && other.birthYear === person.birthYear,
  );
}
