import type { Text } from './read-texts';

/** A longer sentence is hard to keep in mind while reading or listening. */
const MAX_SENTENCE_WORDS = 20;
const MAX_MEAN_WORDS = 12;

/** English words that screens often use, including some that an Indonesian dictionary lists as borrowed. */
const ENGLISH = new Set(
  'the and or of to for with your you is are not click tap submit cancel save back next login logout log sign update upload download online offline password username email please error success loading search menu home page link file browser app server user admin dashboard setting settings booking book visit request form data-entry reset retry refresh share print scan desktop mobile phone smartphone website web edit delete close open okay ok yes no help call free status-bar feedback input output checklist list queue slot schedule deadline meeting team staff member role draft preview review'.split(
    ' ',
  ),
);

const SENTENCE_END = /(?<=[.?!:])\s+|\n+|\s+·\s+/;
const WORD = /\p{L}+/gu;
/**
 * Addresses, codes such as `F-1.02` and abbreviations such as `KTP-el` count as names, not words. So does
 * `No.` on printed sheets.
 */
const NAME = /\bNo\.|\S*\.\w\S*|\b\p{Lu}[\p{Lu}\d]*-\S+|\b[\p{Lu}_]{2,}\d*\b|\b\p{Lu}\b/gu;

/** Splits a text into sentences. A placeholder counts as one word. */
export function sentencesOf(words: string): string[] {
  return words
    .replaceAll(/\{\w+\}|#/g, '9')
    .split(SENTENCE_END)
    .filter((sentence) => /[\p{L}\d]/u.test(sentence));
}

export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((part) => /[\p{L}\d]/u.test(part)).length;
}

/** Returns the words whose spelling is checked, in lower case, without names, codes and placeholders. */
export function spelledWords(words: string): string[] {
  const spoken = words.replaceAll(/\{\w+\}/g, ' ').replaceAll(NAME, ' ');
  return Array.from(spoken.matchAll(WORD), (match) => match[0].toLowerCase());
}

export type Judgement = {
  /** Number of sentences that end with a punctuation mark. */
  readonly sentences: number;
  readonly meanWords: number;
  /** One line for each fault, in words. */
  readonly faults: readonly string[];
};

/**
 * Judges texts: how long their sentences are, whether each word is in `known`, and whether they contain
 * English words that are not in `allowed` (product names, and words that Indonesian has adopted).
 */
export function judgeTexts(
  texts: readonly Text[],
  known: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
): Judgement {
  const faults: string[] = [];
  let sentences = 0;
  let total = 0;
  for (const { place, words } of texts) {
    for (const sentence of sentencesOf(words)) {
      const count = countWords(sentence);
      // Headings and labels are short anyway: counting them would hide long sentences in the mean.
      if (/[.?!:]$/.test(sentence)) {
        sentences += 1;
        total += count;
      }
      if (count > MAX_SENTENCE_WORDS) faults.push(`${place}: ${count} words: ${sentence}`);
    }
    for (const word of new Set(spelledWords(words))) {
      if (allowed.has(word)) continue;
      if (ENGLISH.has(word)) faults.push(`${place}: English: ${word}`);
      else if (!known.has(word)) faults.push(`${place}: unknown word: ${word}`);
    }
  }
  const meanWords = sentences === 0 ? 0 : total / sentences;
  if (meanWords > MAX_MEAN_WORDS) faults.push(`a sentence has ${meanWords.toFixed(1)} words on average`);
  return { sentences, meanWords, faults };
}
