import type { DraftChange } from '../draft/draft';
import type { FamilyPerson } from './person';

/**
 * Returns what one tap on a person fills in. Relationship, needs and address come from that person; the
 * contact comes from the owner of this phone. The two never mix: a person's name becomes the contact only if
 * they are the owner, and the owner's name never becomes theirs. The resident types a NIK again each time. If
 * no owner is kept, the contact stays unchanged.
 */
export function fillFrom(person: FamilyPerson, family: readonly FamilyPerson[]): DraftChange {
  const { recipientIs, name, birthYear, needs, needsNote, area, street, rt, rw, landmark, point } = person;
  const owner = family.find((other) => other.recipientIs === 'self');
  return {
    recipientIs,
    recipientName: name,
    birthYear,
    nik: '',
    needs,
    needsNote,
    area,
    street,
    rt,
    rw,
    landmark,
    point,
    ...(owner && { contactName: owner.name, contactPhone: owner.phone, channel: owner.channel }),
  };
}
