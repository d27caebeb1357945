const MARK = 'LATIHAN';

/** Whether this page is one of the practice city's: the server marks its pages with `data-practice`. */
function isPractice(): boolean {
  return typeof document !== 'undefined' && document.documentElement.dataset.practice !== undefined;
}

/** Returns the name of a file, or a title, that says so when it leaves the practice city. */
export function markedName(name: string, between = '-'): string {
  return isPractice() ? `${MARK}${between}${name}` : name;
}
