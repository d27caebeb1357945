/** Whether this page was served by the practice city, whose server marks its pages. */
export function isPractice(): boolean {
  // The first page is drawn at build time, where there is no document.
  return typeof document !== 'undefined' && document.documentElement.hasAttribute('data-practice');
}

/** A window's title; in the practice city it begins with the word, as that is all a list of windows shows. */
export function windowTitle(title: string): string {
  return isPractice() ? `LATIHAN – ${title}` : title;
}
