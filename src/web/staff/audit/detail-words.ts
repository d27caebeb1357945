import type { PublicNumber } from '../../../domain/booking/booking';
import { formatPublicNumber } from '../../../domain/booking/public-number';
import type { Words } from '../../copy/words';

/** The keys of an entry's details that have words; any other key is shown as written. */
const LABELS = [
  'outcome',
  'problem',
  'numbers',
  'method',
  'role',
  'unit',
  'day',
  'window',
  'area',
  'programme',
  'view',
  'revision',
  'searched',
  'member',
  'isDisabled',
  'callbacks',
  'callback',
  'photo',
] as const;
const VALUES = ['done', 'refused', 'password', 'passkey', 'invite'] as const;
const ROLES = ['crew', 'coordinator', 'kelurahan', 'admin'] as const;

/**
 * Returns the details of one entry, one line each, such as `Hasil: berhasil`. `detail`: the text of a JSON
 * object.
 */
export function detailWords(detail: string, t: Words['t']): readonly string[] {
  return Object.entries(partsOf(detail)).map(([key, value]) => {
    const label = LABELS.find((known) => known === key);
    const name = label === undefined ? key : t(`audit.detail.${label}`);
    return `${name}: ${valueWords(key, value, t)}`;
  });
}

function partsOf(detail: string): Readonly<Record<string, unknown>> {
  const parts: unknown = JSON.parse(detail);
  return typeof parts === 'object' && parts !== null ? { ...parts } : {};
}

function valueWords(key: string, value: unknown, t: Words['t']): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return '–';
    return value
      .map((one) => (key === 'numbers' ? formatPublicNumber(String(one) as PublicNumber) : String(one)))
      .join(', ');
  }
  if (typeof value === 'boolean') return t(value ? 'audit.detail.yes' : 'audit.detail.no');
  const known = VALUES.find((word) => word === value);
  if (known !== undefined) return t(`audit.detail.value.${known}`);
  const role = ROLES.find((word) => word === value);
  if (role !== undefined) return t(`staff.role.${role}`);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
