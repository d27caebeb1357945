const MARK = 'LATIHAN';

/** Whether the practice city served this page: its server marks its pages. */
export function isPractice(): boolean {
  // The build renders the first page without a document.
  return typeof document !== 'undefined' && document.documentElement.hasAttribute('data-practice');
}

/** Returns the name of a file, or a title, that says so when it leaves the practice city. */
export function markedName(name: string, between = '-'): string {
  return isPractice() ? `${MARK}${between}${name}` : name;
}

/**
 * Returns a window's title; in the practice city it starts with LATIHAN, because a list of windows shows only
 * the start of each title.
 */
export function windowTitle(title: string): string {
  return markedName(title, ' – ');
}
