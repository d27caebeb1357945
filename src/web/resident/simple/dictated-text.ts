import type { TypedField } from '../../ui/field/field-aside';

/** Digits said one by one, in the words of the three languages; what is spoken aloud comes back as digits mostly. */
const DIGITS: Readonly<Record<string, string>> = {
  ...numbered(['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']),
  ...numbered(['nul', 'siji', 'loro', 'telu', 'papat', 'limo', 'enem', 'pitu', 'wolu', 'songo']),
  ...numbered(['nol', 'setunggal', 'kalih', 'tiga', 'sekawan', 'gangsal', 'enem', 'pitu', 'wolu', 'sanga']),
  ...numbered(['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']),
  kosong: '0',
  oh: '0',
};

/** Words that make several digits one number: read digit by digit it would be another. */
const NUMBER_WORD =
  /^(se)?(belas|welas|puluh|ratus|ribu|atus|ewu)$|^(sepuluh|sedasa|sebelas|seratus|seribu)$|teen$|ty$|^(ten|eleven|twelve|hundred|thousand)$/;

type Takes = Pick<TypedField, 'value' | 'inputMode' | 'autoCapitalize'>;

/**
 * What a field holds after something was heard for it; undefined where it takes digits and none were heard clearly.
 * Text fills an empty field and goes behind what is there, after a space. A telephone number is said in groups, so that
 * each goes behind the last; a year or a house's number is said whole, and takes the place of the last.
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

/** The digits of what was said, a plus before them kept; undefined where there are none, or they are parts of numbers. */
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
