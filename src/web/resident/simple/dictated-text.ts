import type { TypedField } from '../../ui/field/field-aside';

/** Spoken digits in the three languages. Browsers mostly return spoken digits as digits already. */
const DIGITS: Readonly<Record<string, string>> = {
  ...numbered(['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']),
  ...numbered(['nul', 'siji', 'loro', 'telu', 'papat', 'limo', 'enem', 'pitu', 'wolu', 'songo']),
  ...numbered(['nol', 'setunggal', 'kalih', 'tiga', 'sekawan', 'gangsal', 'enem', 'pitu', 'wolu', 'sanga']),
  ...numbered(['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']),
  kosong: '0',
  oh: '0',
};

/** Words that combine digits into one number: read digit by digit, the number would be wrong. */
const NUMBER_WORD =
  /^(se)?(belas|welas|puluh|ratus|ribu|atus|ewu)$|^(sepuluh|sedasa|sebelas|seratus|seribu)$|teen$|ty$|^(ten|eleven|twelve|hundred|thousand)$/;

type Takes = Pick<TypedField, 'value' | 'inputMode' | 'autoCapitalize'>;

/**
 * Returns the value of a field after dictation; undefined where the field takes digits and none were
 * understood clearly. Text fills an empty field, or follows the existing text after a space. People say a
 * telephone number in groups, so each group is appended; they say a year or house number whole, so it
 * replaces the last one.
 */
export function withDictated(
  { value, inputMode, autoCapitalize }: Takes,
  dictated: string,
): string | undefined {
  if (inputMode === 'tel' || inputMode === 'numeric') {
    const digits = digitsOf(dictated);
    if (digits === undefined) return undefined;
    return inputMode === 'tel' ? value.trimEnd() + digits : digits;
  }
  const text = dictated.replaceAll(/\s+/g, ' ').trim();
  const before = value.trimEnd();
  if (text === '') return undefined;
  if (autoCapitalize === 'words') return join(before, text.split(' ').map(capital).join(' '));
  return before === '' ? capital(text) : join(before, text);
}

function join(before: string, text: string): string {
  return before === '' ? text : `${before} ${text}`;
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/**
 * Returns the dictated digits, with a leading plus. Returns undefined where there are no digits, or they are
 * parts of larger numbers.
 */
function digitsOf(dictated: string): string | undefined {
  const words = dictated.toLowerCase().split(/[\s.,\-–()/]+/);
  if (words.some((word) => NUMBER_WORD.test(word))) return undefined;
  const digits = words.map((word) => DIGITS[word] ?? word.replaceAll(/\D/g, '')).join('');
  const hasPlus = /^\s*(\+|plus\b)/i.test(dictated);
  return digits === '' ? undefined : `${hasPlus ? '+' : ''}${digits}`;
}

function numbered(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, digit) => [name, String(digit)]));
}
