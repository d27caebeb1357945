import { joinedDigits } from '../people/plain-digits';
import type { PublicNumber } from './booking';

/**
 * Damm's quasigroup of order 10: detects every single wrong digit and every swap of neighbours (H. M. Damm,
 * 2004).
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const PUBLIC_NUMBER_DIGITS = 8;

function dammOf(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)]);
  return interim;
}

/** Returns the public number for `serial` (0 to 9,999,999): its seven digits, then the check digit. */
export function makePublicNumber(serial: number): PublicNumber {
  const digits = String(serial).padStart(PUBLIC_NUMBER_DIGITS - 1, '0');
  return `${digits}${dammOf(digits)}` as PublicNumber;
}

/**
 * Reads a number as typed or dictated, with any spaces, dots or hyphens; `undefined` when a digit is wrong.
 */
export function parsePublicNumber(text: string): PublicNumber | undefined {
  const digits = joinedDigits(text);
  if (!/^\d{8}$/.test(digits) || dammOf(digits) !== 0) return undefined;
  return digits as PublicNumber;
}

/** Formats `48271936` the way people read it: `4827 1936`. */
export function formatPublicNumber(number: PublicNumber): string {
  return `${number.slice(0, 4)} ${number.slice(4)}`;
}
