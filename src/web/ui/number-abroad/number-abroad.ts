import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number of another country. `country` is its ISO 3166 code; some numbers have none. */
type NumberAbroad = { readonly written: string; readonly country: string | undefined };

/**
 * Reads an E.164 number by the numbering plans of all countries (27 KB, so this file is only fetched late);
 * `undefined` where no country has such a number. `written` is its international form: `+60 12 345 6789`.
 */
export function readNumberAbroad(phone: string): NumberAbroad | undefined {
  const read = parsePhoneNumberFromString(phone);
  return read?.isValid() === true
    ? { written: read.formatInternational(), country: read.country }
    : undefined;
}
