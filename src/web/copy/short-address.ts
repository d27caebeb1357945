/** Shortens a web address to the form people say aloud: `lapor.go.id`. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '');
}
