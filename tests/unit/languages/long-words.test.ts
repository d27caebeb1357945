import { afterAll, expect, test } from 'vitest';
import { loadWords } from '../../../src/web/copy/words';

/** Letters of a heading that a phone of 360 px shows on one line in text of 200 %: browsers break no word by its syllables. */
const HEADING_LETTERS = 12;
/** Beside each other on such a phone stand "RT (…)" and "RW (…)", in text of the usual size. */
const PAIR_LETTERS = 12;
/** Behind the mark of a choice, in text of 200 %. */
const CHOICE_LETTERS = 10;

const LONGEST = [
  ['ui.optional', PAIR_LETTERS],
  // In a frame of its own.
  ['ui.errorSummary.title', HEADING_LETTERS - 1],
  ['booking.services', HEADING_LETTERS],
  ['booking.gps', HEADING_LETTERS],
  ['visits.prepare.title', HEADING_LETTERS],
  ['lock.after.minutes', CHOICE_LETTERS],
] as const;

afterAll(() => loadWords('id', []));

test.each(['id', 'jv', 'en'] as const)('no word of a narrow place is cut in two in %s', async (locale) => {
  const words = await loadWords(locale, ['resident', 'booking', 'visits', 'lock']);
  for (const [id, letters] of LONGEST) {
    const text = words._(id, { count: 2, minutes: 5 });
    expect(text).not.toBe(id);
    const tooLong = (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length > letters);
    expect([id, tooLong]).toEqual([id, []]);
  }
});
