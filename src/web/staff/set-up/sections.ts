import type { IconName } from '../../ui/icon/icon-paths';
import type { CityDraft, SettingsDraft } from './config-draft';

type Section = {
  readonly id: 'time' | 'units' | 'rota' | 'holidays' | 'closures' | 'services' | 'contacts';
  /** Of its page, below /pengaturan. */
  readonly path: string;
  readonly icon: IconName;
  readonly settings: readonly (keyof SettingsDraft)[];
};
export type SectionId = Section['id'];

/** The pages that edit the configuration; together they hold all of it. */
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
      'keptShare',
      'travelMinutes',
      'maxOpenBookingsPerDevice',
      'zone',
      'utcOffsetMinutes',
    ],
  },
  { id: 'units', path: 'unit', icon: 'van', settings: ['units'] },
  { id: 'rota', path: 'jadwal', icon: 'pin', settings: ['rota'] },
  { id: 'holidays', path: 'libur', icon: 'calendar', settings: ['holidays'] },
  { id: 'closures', path: 'tutup', icon: 'close', settings: ['closures'] },
  { id: 'services', path: 'layanan', icon: 'document', settings: [] },
  {
    id: 'contacts',
    path: 'kontak',
    icon: 'phone',
    settings: ['programmeName', 'contacts', 'complaints', 'office'],
  },
];

/** The sections in which two configurations differ. */
export function changedSections(before: CityDraft, after: CityDraft): SectionId[] {
  return SECTIONS.filter(({ id, settings }) =>
    id === 'services'
      ? !isSame(before.catalogue, after.catalogue)
      : settings.some((key) => !isSame(before.settings[key], after.settings[key])),
  ).map(({ id }) => id);
}

/** `config` with one section as it is in `source`. */
export function restoreSection(config: CityDraft, source: CityDraft, section: SectionId): CityDraft {
  if (section === 'services') return { ...config, catalogue: source.catalogue };
  const keys: readonly string[] = SECTIONS.find(({ id }) => id === section)?.settings ?? [];
  const own = Object.entries(config.settings).filter(([key]) => !keys.includes(key));
  const restored = Object.entries(source.settings).filter(([key]) => keys.includes(key));
  return { ...config, settings: Object.fromEntries([...own, ...restored]) as SettingsDraft };
}

/** The section whose page holds a field, by the field's place in the configuration. */
export function sectionOf(path: string): SectionId {
  const [part, key] = path.split('.');
  if (part === 'catalogue') return 'services';
  return SECTIONS.find(({ settings }) => settings.some((one) => one === key))?.id ?? 'time';
}

/** Whether two values of JSON say the same; the order of an object's keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) => {
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}
