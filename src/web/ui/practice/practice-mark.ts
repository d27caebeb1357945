const MARK = 'LATIHAN';

/** Whether the practice city served this page: its server marks its pages with `data-practice`. */
function isPractice(): boolean {
  return typeof document !== 'undefined' && document.documentElement.dataset.practice !== undefined;
}

/** Returns a file name or title, marked when it comes from the practice city. */
export function markedName(name: string, between = '-'): string {
  return isPractice() ? `${MARK}${between}${name}` : name;
}
