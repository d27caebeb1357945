import {
  personIndexOf,
  type SearchedPeople,
  searchTokensOf,
} from '../../../src/server/db/booking/search-tokens';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { nikIndexOf } from '../../../src/server/db/secret/seal';

/** Common names come often, as in a real city: every tenth person of the growth city is a Siti. */
const FIRST = [
  'Siti',
  'Sri',
  'Muhammad',
  'Ahmad',
  'Wayan',
  'Sulastri',
  'Bambang',
  'Rohani',
  'Sutrisno',
  'Nur',
];
const SECOND = ['Aminah', 'Rahayu', 'Hidayat', 'Lestari', 'Ketut', 'Wibowo', 'Handayani', 'Saputra', 'Utami'];
const SYLLABLES = [
  'ba',
  'cu',
  'di',
  'fe',
  'go',
  'ha',
  'ji',
  'ku',
  'la',
  'mi',
  'no',
  'pu',
  'ra',
  'se',
  'ti',
  'wo',
];

export type Person = SearchedPeople & {
  readonly nik: string;
  readonly nikIndex: string;
  readonly personIndex: string;
  readonly buckets: readonly string[];
  readonly tokens: Buffer;
};

/** Returns the made-up person with this index, with what search and the check for doubles know of them. */
export function personOf(context: ServerContext, index: number): Person {
  const name = `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / 7) % SECOND.length]} ${rareName(index)}`;
  const nik = `18720${String(index).padStart(11, '0')}`;
  const people: SearchedPeople = {
    recipient: { name },
    contact: { name: `Keluarga ${rareName(index + 1)}`, phone: `+62812${String(10_000_000 + index)}` },
  };
  return {
    ...people,
    nik,
    nikIndex: nikIndexOf(context, nik),
    personIndex: personIndexOf(context, people),
    ...searchTokensOf(context, people),
  };
}

/** Spells the number, so that few people share the name. */
function rareName(index: number): string {
  return [12, 8, 4, 0].map((shift) => SYLLABLES[(index >> shift) & 15]).join('');
}
