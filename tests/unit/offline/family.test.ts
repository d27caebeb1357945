import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_REQUEST } from '../../../src/domain/booking/request-draft';
import { RELATIONSHIPS } from '../../../src/domain/people/relationship';
import { wipePhone } from '../../../src/offline/store/engine/wipe-phone';
import { fillFrom } from '../../../src/offline/store/family/fill-from-family';
import { addPerson, changePerson, listFamily, removePerson } from '../../../src/offline/store/family/people';
import {
  EMPTY_PERSON,
  type FamilyPerson,
  type PersonDetails,
} from '../../../src/offline/store/family/person';
import { isKept, ownerOf, personOf } from '../../../src/offline/store/family/person-of-visit';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { book, NIK, NOW_MS, openTab } from './make-phone';

const SITI: PersonDetails = {
  ...EMPTY_PERSON,
  recipientIs: 'parent',
  name: 'Siti Contoh',
  birthYear: '1950',
  needs: ['cannot-walk'],
  street: 'Jalan Contoh 1',
};
const BUDI: PersonDetails = {
  ...EMPTY_PERSON,
  recipientIs: 'self',
  name: 'Budi Contoh',
  phone: '0812-3456-7890',
  channel: 'call',
};

describe('the people of a phone', () => {
  test('are kept as ciphertext, the owner first, and can be changed and removed', async () => {
    const store = openTab();
    const sitiId = await addPerson(store, SITI, NOW_MS);
    await addPerson(store, { ...SITI, name: 'Karto Contoh' }, NOW_MS + 1);
    await addPerson(store, BUDI, NOW_MS + 2);
    expect((await listFamily(store)).map(({ name }) => name)).toEqual([
      'Budi Contoh',
      'Siti Contoh',
      'Karto Contoh',
    ]);
    expect(JSON.stringify(await store.family.toArray())).not.toContain('Contoh');
    const siti = (await listFamily(store)).find(({ id }) => id === sitiId) as FamilyPerson;
    await changePerson(store, siti, { ...siti, landmark: 'Pagar hijau' });
    expect(await listFamily(store)).toContainEqual({ ...siti, landmark: 'Pagar hijau' });
    await removePerson(store, sitiId);
    expect((await listFamily(store)).map(({ name }) => name)).toEqual(['Budi Contoh', 'Karto Contoh']);
  });

  test('keep what two windows change, each in its own part, and what one types after the other removes', async () => {
    const store = openTab();
    const id = await addPerson(store, SITI, NOW_MS);
    const [before] = (await listFamily(store)) as [FamilyPerson];
    await changePerson(store, before, { ...before, landmark: 'Pagar hijau' });
    await changePerson(store, before, { ...before, needs: ['cannot-walk'], phone: '0812' });
    expect(await listFamily(store)).toEqual([{ ...before, landmark: 'Pagar hijau', needs: ['cannot-walk'] }]);
    await removePerson(store, id);
    await changePerson(store, before, { ...before, street: 'Jalan Baru' });
    expect(await listFamily(store)).toEqual([{ ...before, street: 'Jalan Baru' }]);
  });

  test('include one owner, and only the owner has a number', async () => {
    const store = openTab();
    const first = await addPerson(store, BUDI, NOW_MS);
    expect(await addPerson(store, { ...BUDI, name: 'Budi Baru' }, NOW_MS + 1)).toBe(first);
    await addPerson(store, { ...SITI, phone: '0812', channel: 'whatsapp' }, NOW_MS);
    expect(await listFamily(store)).toMatchObject([
      { name: 'Budi Baru', phone: '0812-3456-7890' },
      { name: 'Siti Contoh', phone: '' },
    ]);
    expect((await listFamily(store))[1]?.channel).toBeUndefined();
  });

  test('do not return to a phone that is wiped while one of them is added', async () => {
    const store = openTab();
    await addPerson(store, BUDI, NOW_MS);
    await Promise.all([addPerson(store, SITI, NOW_MS), wipePhone(store)]);
    expect(await store.family.count()).toBe(0);
  });
});

describe('a sent request', () => {
  test('tells for whom it was and who asked, without the NIK', async () => {
    const store = openTab();
    await book(store);
    const [visit] = await listVisits(store);
    const person = visit && personOf(visit);
    const owner = visit && ownerOf(visit);
    expect(person).toMatchObject({
      recipientIs: 'parent',
      name: 'Siti Contoh',
      birthYear: '1950',
      phone: '',
    });
    expect(owner).toMatchObject({ recipientIs: 'self', name: 'Budi Contoh', phone: '0812-3456-7890' });
    expect(owner).toMatchObject({ street: '', birthYear: '' });
    expect(JSON.stringify([person, owner])).not.toContain(NIK);
  });

  test('recognises a person who is kept already, however the name is spaced', () => {
    const kept = [{ ...SITI, id: 'siti' as never, addedAtMs: NOW_MS }];
    expect(isKept({ ...SITI, name: ' siti  CONTOH ' }, kept)).toBe(true);
    expect(isKept({ ...SITI, birthYear: '1951' }, kept)).toBe(false);
    expect(isKept({ ...SITI, recipientIs: 'self' }, kept)).toBe(false);
  });
});

describe('one tap on a person', () => {
  const words = fc.string({ minLength: 1, maxLength: 12 });
  const details = fc.record({
    recipientIs: fc.constantFrom(...RELATIONSHIPS),
    birthYear: words,
    needsNote: words,
    street: words,
    rt: words,
    rw: words,
    landmark: words,
  });
  const families = fc.array(details, { minLength: 1, maxLength: 6 }).map((people) =>
    people
      // At most one owner, as the phone keeps it.
      .filter(
        ({ recipientIs }, at) =>
          recipientIs !== 'self' || people.findIndex((one) => one.recipientIs === 'self') === at,
      )
      .map((person, at): FamilyPerson => {
        const isOwner = person.recipientIs === 'self';
        const own = {
          phone: isOwner ? `phone of ${at}` : '',
          channel: isOwner ? ('call' as const) : undefined,
        };
        return {
          ...EMPTY_PERSON,
          ...person,
          ...own,
          id: `${at}` as never,
          name: `name of ${at}`,
          addedAtMs: at,
        };
      }),
  );

  test('makes only the owner the contact, and only the tapped person the recipient', () => {
    fc.assert(
      fc.property(families, fc.nat(), (family, at) => {
        const person = family[at % family.length] as FamilyPerson;
        const owner = family.find(({ recipientIs }) => recipientIs === 'self');
        const draft = { ...EMPTY_REQUEST, ...fillFrom(person, family) };
        expect(draft.recipientName).toBe(person.name);
        expect(draft.street).toBe(person.street);
        expect(draft.contactName).toBe(owner?.name ?? '');
        expect(draft.contactPhone).toBe(owner?.phone ?? '');
        expect(draft.contactName === draft.recipientName).toBe(person.recipientIs === 'self');
      }),
    );
  });

  test('leaves nothing of a person tapped before', () => {
    fc.assert(
      fc.property(families, fc.nat(), fc.nat(), (family, one, other) => {
        const before = family[one % family.length] as FamilyPerson;
        const after = family[other % family.length] as FamilyPerson;
        const typed = { ...EMPTY_REQUEST, nik: NIK };
        expect({ ...typed, ...fillFrom(before, family), ...fillFrom(after, family) }).toEqual({
          ...typed,
          ...fillFrom(after, family),
        });
        expect(fillFrom(after, family).nik).toBe('');
      }),
    );
  });
});
