/**
 * A text as search compares it: small letters and digits only, accents, spaces and punctuation gone, so that `KTP-el`,
 * `ktp el` and `KTPel` are one. For comparing only: stored text is never folded.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The folded words of a query; a word of punctuation alone is dropped. */
export function foldWords(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .map(foldText)
    .filter((word) => word !== '');
}
