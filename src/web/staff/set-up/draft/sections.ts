import type { IconName } from '../../../ui/icon/icon-paths';
import type { CatalogueDraft, CityDraft, SettingsDraft } from './config-draft';

type Section = {
  readonly id:
    | 'time'
    | 'units'
    | 'programmes'
    | 'rota'
    | 'holidays'
    | 'closures'
    | 'services'
    | 'packages'
    | 'questions'
    | 'referrals'
    | 'contacts';
  /** The path of its page, below /pengaturan. */
  readonly path: string;
  readonly icon: IconName;
  readonly settings?: readonly (keyof SettingsDraft)[];
  readonly catalogue?: readonly (keyof CatalogueDraft)[];
};
export type SectionId = Section['id'];

/** The pages that edit the configuration; together they cover all of it. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'time',
    path: 'waktu',
    icon: 'clock',
    settings: [
      'windows',
      'leadDays',
      'closesAt',
      'horizonDays',
      'promiseWorkingDays',
      'callbackWithinHours',
      'photoDays',
      'bookingDays',
      'keptShare',
      'travelMinutes',
      'maxOpenBookingsPerDevice',
      'zone',
      'utcOffsetMinutes',
    ],
  },
  { id: 'units', path: 'unit', icon: 'van', settings: ['units'] },
  { id: 'programmes', path: 'program', icon: 'shop', settings: ['programmes'] },
  { id: 'rota', path: 'jadwal', icon: 'pin', settings: ['rota'] },
  { id: 'holidays', path: 'libur', icon: 'calendar', settings: ['holidays'] },
  { id: 'closures', path: 'tutup', icon: 'close', settings: ['closures'] },
  { id: 'services', path: 'layanan', icon: 'document', catalogue: ['services', 'requirements'] },
  { id: 'packages', path: 'paket', icon: 'people', catalogue: ['packages'] },
  { id: 'questions', path: 'pertanyaan', icon: 'help', catalogue: ['questions'] },
  { id: 'referrals', path: 'rujukan', icon: 'share', catalogue: ['referrals'] },
  {
    id: 'contacts',
    path: 'kontak',
    icon: 'phone',
    settings: ['programmeName', 'contacts', 'complaints', 'office'],
  },
];

/** Returns the sections in which two configurations differ. */
export function changedSections(before: CityDraft, after: CityDraft): SectionId[] {
  return SECTIONS.filter(
    ({ settings = [], catalogue = [] }) =>
      settings.some((key) => !isSame(before.settings[key], after.settings[key])) ||
      catalogue.some((key) => !isSame(before.catalogue[key], after.catalogue[key])),
  ).map(({ id }) => id);
}

/** Returns `config` with one section as it is in `source`. */
export function restoreSection(config: CityDraft, source: CityDraft, section: SectionId): CityDraft {
  const { settings = [], catalogue = [] } = SECTIONS.find(({ id }) => id === section) ?? {};
  return {
    settings: takeKeys(config.settings, source.settings, settings),
    catalogue: takeKeys(config.catalogue, source.catalogue, catalogue),
  };
}

/** Returns `whole` with some parts as they are in `source`, or without those that `source` lacks. */
function takeKeys<Whole extends object>(whole: Whole, source: Whole, keys: readonly (keyof Whole)[]): Whole {
  const isTaken = ([key]: [string, unknown]) => keys.some((one) => one === key);
  const own = Object.entries(whole).filter((entry) => !isTaken(entry));
  return Object.fromEntries([...own, ...Object.entries(source).filter(isTaken)]) as Whole;
}

/** Returns the section whose page holds a field, from the field's path in the configuration. */
export function sectionOf(path: string): SectionId {
  const [part, key] = path.split('.');
  const holding = SECTIONS.find(({ settings = [], catalogue = [] }) =>
    (part === 'catalogue' ? catalogue : settings).some((one) => one === key),
  );
  return holding?.id ?? (part === 'catalogue' ? 'services' : 'time');
}

/** Whether two JSON values are equal, whatever the order of their objects' keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) => {
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}
