/** Returns the path of a setting in the configuration, which names its field and finds its faults. */
export function settingAt(name: string): string {
  return ['settings', name].join('.');
}
