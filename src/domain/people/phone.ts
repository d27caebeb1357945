import { type Result, refuse } from '../result';
import { joinedDigits } from './plain-digits';

/** An Indonesian number in E.164: `+62`, then the national number. */
export type Phone = string & { readonly __brand: 'Phone' };

export type PhoneKind = 'mobile' | 'landline';
export type PhoneProblem = 'phone-empty' | 'phone-too-short' | 'phone-too-long' | 'phone-not-indonesian';

export type PhoneResult = Result<{ readonly phone: Phone; readonly kind: PhoneKind }, PhoneProblem>;

/** Number of digits of the national number, without the leading 0. */
const MOBILE_DIGITS = { min: 9, max: 12 };
/** An area code of 2 or 3 digits, then a subscriber number of 5 to 8 digits. */
const LANDLINE_DIGITS = { min: 7, max: 11 };

/**
 * Reads a phone number as people write it: 08.., 8.., 62.., +62.., 0062.., +62 (0)8.., with spaces, dots,
 * hyphens or brackets anywhere. A landline needs its area code, with 0 or 62 in front (Metro: 0725).
 */
export function parsePhone(text: string): PhoneResult {
  const compact = joinedDigits(text).replace(/[()]/g, '');
  if (compact === '') return refuse('phone-empty');
  if (!/^\+?[0-9]+$/.test(compact)) return refuse('phone-not-indonesian');
  const national = nationalNumber(compact);
  if (national === undefined) return refuse('phone-not-indonesian');
  if (national === '') return refuse('phone-too-short');
  const kind: PhoneKind = national.startsWith('8') ? 'mobile' : 'landline';
  if (kind === 'mobile' && national.length > 1 && !/^8[1-35-9]/.test(national)) {
    return refuse('phone-not-indonesian');
  }
  if (kind === 'landline' && !/^[2-79]/.test(national)) return refuse('phone-not-indonesian');
  const digits = kind === 'mobile' ? MOBILE_DIGITS : LANDLINE_DIGITS;
  if (national.length < digits.min) return refuse('phone-too-short');
  if (national.length > digits.max) return refuse('phone-too-long');
  return { ok: true, phone: `+62${national}` as Phone, kind };
}

/** Whether WhatsApp is possible: a landline has none. */
export function canWhatsApp(phone: string): boolean {
  return /^\+628[1-35-9]/.test(phone);
}

/**
 * Returns the number after the country code or trunk 0; `undefined` for a number that is neither Indonesian
 * nor mobile.
 */
function nationalNumber(compact: string): string | undefined {
  if (compact.startsWith('+'))
    return compact.startsWith('+62') ? afterCountryCode(compact.slice(3)) : undefined;
  if (compact.startsWith('00'))
    return compact.startsWith('0062') ? afterCountryCode(compact.slice(4)) : undefined;
  if (compact.startsWith('0')) return compact.slice(1);
  if (compact.startsWith('62')) return afterCountryCode(compact.slice(2));
  if (compact.startsWith('8')) return compact;
  // Digits alone: a local number without its area code is reported as too short; a longer one is not
  // Indonesian.
  return compact.length < LANDLINE_DIGITS.min ? '' : undefined;
}

/**
 * `+62 (0)812..`: people often leave the trunk 0 in after the country code; no national number starts with 0.
 */
function afterCountryCode(rest: string): string {
  return rest.startsWith('0') ? rest.slice(1) : rest;
}
