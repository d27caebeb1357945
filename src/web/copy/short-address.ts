/** An address of the web as people read it aloud: `lapor.go.id`. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '');
}
