/** The place of a setting in the configuration, by which its field is named and its faults are found. */
export function settingAt(name: string): string {
  return ['settings', name].join('.');
}
