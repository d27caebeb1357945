/** The longest texts accepted, in Unicode characters (code points). */
export const MAX_NAME_CHARS = 100;
export const MAX_STREET_CHARS = 200;
export const MAX_LANDMARK_CHARS = 200;
export const MAX_NOTE_CHARS = 500;

/** Length in Unicode characters: an emoji or a rare letter counts once, where `length` counts it twice. */
export function countChars(text: string): number {
  return Array.from(text).length;
}
