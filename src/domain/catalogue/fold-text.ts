/**
 * Folds a text for search: lower-case letters and digits only, without accents, spaces and punctuation, so
 * that `KTP-el`, `ktp el` and `KTPel` are equal. For comparison only: stored text is never folded.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Returns the folded words of a query; a word that is only punctuation is dropped. */
export function foldWords(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .map(foldText)
    .filter((word) => word !== '');
}
