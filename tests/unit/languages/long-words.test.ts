import { afterAll, expect, test } from 'vitest';
import { loadWords } from '../../../src/web/copy/words';

/**
 * The letters of a heading that fit on one line of a 360 px phone with text at 200 %: browsers do not break a
 * word at its syllables.
 */
const HEADING_LETTERS = 12;
/** "RT (…)" and "RW (…)" stand side by side on the same phone, with text of the usual size. */
const PAIR_LETTERS = 12;
/** The letters that fit beside the mark of a choice, with text at 200 %. */
const CHOICE_LETTERS = 10;

const LONGEST = [
  ['ui.optional', PAIR_LETTERS],
  // The error summary has a frame, which takes some of the room.
  ['ui.errorSummary.title', HEADING_LETTERS - 1],
  ['booking.services', HEADING_LETTERS],
  ['booking.gps', HEADING_LETTERS],
  ['visits.prepare.title', HEADING_LETTERS],
  ['lock.after.minutes', CHOICE_LETTERS],
] as const;

afterAll(() => loadWords('id', []));

test.each(['id', 'jv', 'en'] as const)('no word in a narrow place is cut in two in %s', async (locale) => {
  const words = await loadWords(locale, ['resident', 'booking', 'visits', 'lock']);
  for (const [id, letters] of LONGEST) {
    const text = words._(id, { count: 2, minutes: 5 });
    expect(text).not.toBe(id);
    const tooLong = (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length > letters);
    expect([id, tooLong]).toEqual([id, []]);
  }
});
