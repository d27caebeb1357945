import { formatPhone } from '../../../domain/people/format-phone';
import type { Visit } from '../visit/visit';
import { EMPTY_PERSON, type FamilyPerson, type PersonDetails } from './person';

type KnownVisit = Pick<Visit, 'area' | 'personal'>;

/**
 * Who a sent request was for, to be kept for the next one; `undefined` where this phone does not know her (a follower's,
 * or a request of an app that did not keep for whom).
 */
export function personOf({ area, personal }: KnownVisit): PersonDetails | undefined {
  if (personal?.recipientIs === undefined) return undefined;
  const { recipientIs, recipientName, birthYear, needs = [], needsNote = '', point } = personal;
  const { street, rt, rw, landmark, contactPhone, channel } = personal;
  const hers = { name: recipientName, birthYear: String(birthYear), needs, needsNote };
  const place = { area, street, rt, rw, landmark, point };
  const own = recipientIs === 'self' ? { phone: formatPhone(contactPhone), channel } : { phone: '' };
  return { recipientIs, ...hers, ...place, ...own };
}

/** The one who asked for another, as far as the request tells: name and number alone. `undefined` where it was for herself. */
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

/** Whether the person is kept already: the owner once her address is known, anybody else by name and year of birth. */
export function isKept(person: PersonDetails, family: readonly FamilyPerson[]): boolean {
  const nameOf = (one: PersonDetails) => one.name.trim().toLocaleLowerCase('id').replace(/\s+/g, ' ');
  return family.some((other) =>
    person.recipientIs === 'self'
      ? other.recipientIs === 'self' && other.street !== ''
      : nameOf(other) === nameOf(person) && other.birthYear === person.birthYear,
  );
}
