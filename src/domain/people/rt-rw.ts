import { type Result, refuse } from '../result';
import { plainDigits } from './plain-digits';

export type RtRwResult = Result<{ readonly rtRw: string }, 'rt-rw-not-number'>;

/** Reads an RT or RW: one to three digits, leading zeros kept (`003`), or empty where it is not known. */
export function parseRtRw(text: string): RtRwResult {
  const digits = plainDigits(text);
  return /^[0-9]{0,3}$/.test(digits) ? { ok: true, rtRw: digits } : refuse('rt-rw-not-number');
}
