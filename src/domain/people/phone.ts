import { type Result, refuse } from '../result';
import { joinedDigits } from './plain-digits';

/** A telephone number in E.164: `+`, the country code, then the national number. */
export type Phone = string & { readonly __brand: 'Phone' };

/** `mobile` and `landline` are Indonesian; of a number `abroad` only the shape is judged here. */
export type PhoneKind = 'mobile' | 'landline' | 'abroad';
export type PhoneProblem = 'phone-empty' | 'phone-too-short' | 'phone-too-long' | 'phone-unclear';

export type PhoneResult = Result<{ readonly phone: Phone; readonly kind: PhoneKind }, PhoneProblem>;

/** Number of digits of the national number, without the leading 0. */
const MOBILE_DIGITS = { min: 9, max: 12 };
/** An area code of 2 or 3 digits, then a subscriber number of 5 to 8 digits. */
const LANDLINE_DIGITS = { min: 7, max: 11 };
/**
 * Country code and national number together. E.164 allows 15; the shortest that people have are of 7 (Niue),
 * but most shorter than 8 are a number without its country code.
 */
const ABROAD_DIGITS = { min: 8, max: 15 };

/**
 * Reads a phone number as people write it: 08.., 8.., 62.., +62.., 0062.., +62 (0)8.., with spaces, dots,
 * hyphens or brackets anywhere. A landline needs its area code, with 0 or 62 in front (Metro: 0725). A number
 * of another country needs + or 00 and its country code: the digits alone may be an Indonesian number too.
 */
export function parsePhone(text: string): PhoneResult {
  const compact = joinedDigits(text).replace(/[()]/g, '');
  if (compact === '') return refuse('phone-empty');
  if (!/^\+?[0-9]+$/.test(compact)) return refuse('phone-unclear');
  const abroad = /^(?:\+|00)(?!62)([1-9][0-9]*)$/.exec(compact)?.[1];
  if (abroad !== undefined) return abroadNumber(abroad);
  const national = nationalNumber(compact);
  if (national === undefined) return refuse('phone-unclear');
  if (national === '') return refuse('phone-too-short');
  const kind: PhoneKind = national.startsWith('8') ? 'mobile' : 'landline';
  if (kind === 'mobile' && national.length > 1 && !/^8[1-35-9]/.test(national)) {
    return refuse('phone-unclear');
  }
  if (kind === 'landline' && !/^[2-79]/.test(national)) return refuse('phone-unclear');
  const digits = kind === 'mobile' ? MOBILE_DIGITS : LANDLINE_DIGITS;
  if (national.length < digits.min) return refuse('phone-too-short');
  if (national.length > digits.max) return refuse('phone-too-long');
  return { ok: true, phone: `+62${national}` as Phone, kind };
}

/** Whether an E.164 number is one of another country. */
export function isAbroad(phone: string): boolean {
  return /^\+(?!62)[1-9]/.test(phone);
}

/** Returns the number of a contact as a server gives it to staff: an abroad one in a member of its own. */
export function ownNumber(contact: {
  readonly phone: string;
  readonly phoneAbroad?: string | undefined;
}): string {
  return contact.phoneAbroad ?? contact.phone;
}

/**
 * Whether WhatsApp is possible: an Indonesian landline has none. Of a number abroad nobody here knows, and
 * WhatsApp is how people reach a child abroad.
 */
export function canWhatsApp(phone: string): boolean {
  return isAbroad(phone) || /^\+628[1-35-9]/.test(phone);
}

function abroadNumber(digits: string): PhoneResult {
  if (digits.length < ABROAD_DIGITS.min) return refuse('phone-too-short');
  if (digits.length > ABROAD_DIGITS.max) return refuse('phone-too-long');
  return { ok: true, phone: `+${digits}` as Phone, kind: 'abroad' };
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
