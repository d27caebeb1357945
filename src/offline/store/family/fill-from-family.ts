import type { DraftChange } from '../draft/draft';
import type { FamilyPerson } from './person';

/**
 * What one tap on a person fills in: for whom, needs and address from her; whom to call from the owner of this phone.
 * The two never mix: her name becomes the contact only where she is the owner, and the owner's never hers. A NIK is
 * always typed anew. With nobody kept as owner the contact is left alone.
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
