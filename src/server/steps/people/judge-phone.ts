import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Phone, parsePhone } from '../../../domain/people/phone';
import { type Result, refuse } from '../../../domain/result';

/**
 * Reads a contact's number and returns it in E.164. Domain judges an Indonesian one; a number abroad must be
 * one of its country's numbering plan (Google's libphonenumber), and loses the trunk 0 that people leave in
 * after the country code.
 */
export function judgePhone(text: string): Result<{ readonly phone: Phone }, 'phone-not-valid'> {
  const typed = parsePhone(text);
  if (!typed.ok) return refuse('phone-not-valid');
  if (typed.kind !== 'abroad') return { ok: true, phone: typed.phone };
  const abroad = parsePhoneNumberFromString(typed.phone);
  if (abroad?.isValid() !== true) return refuse('phone-not-valid');
  return { ok: true, phone: abroad.number as string as Phone };
}
