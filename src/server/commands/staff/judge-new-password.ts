import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { City } from '../../../domain/city/city';
import { DONE, type Result, refuse } from '../../../domain/result';
import { countMissingChars, type PasswordProblem } from '../../../domain/staff/password';

/** zxcvbn's highest grade: too many guesses even for an attacker who holds the hash. */
const MIN_GUESSES = 1e10;
/** The cost of an estimate grows with the length, and a strong password is strong within these characters. */
const MAX_JUDGED_CHARS = 64;
/**
 * How often zxcvbn reads digits and signs as letters. Its default of 100 takes seconds for a row of digits.
 */
const MAX_LOOKALIKE_READINGS = 10;
/**
 * Separators, and marks at either end: zxcvbn counts each as a part to guess, though attackers try them
 * first.
 */
const MARKS = /[\s._-]+|^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const MIN_WORD_CHARS = 3;
/** Words that people here use in passwords and that zxcvbn's lists lack. */
const LOCAL_WORDS = [
  ...['katasandi', 'katakunci', 'dukcapil', 'pemkot', 'idulfitri', 'indomie'],
  ...['bismillahirrahmanirrahim', 'astaghfirullah', 'subhanallah', 'masyaallah', 'insyaallah'],
  ...['lailahaillallah', 'aremania', 'bobotoh', 'jakmania', 'bonekmania'],
];

/**
 * Judges a new password (NIST SP 800-63B: long enough and hard to guess; no required kinds of characters).
 * `personal` lists the person's own names, which others guess first.
 */
export async function judgeNewPassword(
  city: City,
  password: string,
  personal: readonly string[],
): Promise<Result<unknown, PasswordProblem>> {
  if (countMissingChars(password) > 0) return refuse('password-too-short', { pointer: '/password' });
  const known = [...personal, ...wordsOfCity(city)].flatMap(readingsOf);
  const estimator = await loadEstimator();
  const text = password.normalize('NFKC').replace(MARKS, '');
  const { guesses } = estimator.check(text, [...new Set([...known, ...LOCAL_WORDS])]);
  return guesses >= MIN_GUESSES ? DONE : refuse('password-common', { pointer: '/password' });
}

function wordsOfCity({ name, province, settings, areas, catalogue }: City): string[] {
  const { programmeName, programmes, office } = settings;
  return [
    ...[name, programmeName, ...programmes.map((programme) => programme.name), province],
    ...(office === undefined ? [] : [office.name]),
    ...[...catalogue.services, ...catalogue.referrals].map(({ agency }) => agency),
    ...areas.flatMap(({ kelurahan, kecamatan }) => [kelurahan, kecamatan]),
  ];
}

/** Returns a name as people type it in a password: each word, and all words in one. */
function readingsOf(name: string): string[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [...words, words.join('')].filter((word) => word.length >= MIN_WORD_CHARS);
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/**
 * Loads the lists when somebody first chooses a password: they take 10 MB, and a start needs none of them.
 */
function loadEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= makeEstimator();
  return estimator;
}

async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: MAX_JUDGED_CHARS,
    l33tMaxSubstitutions: MAX_LOOKALIKE_READINGS,
  });
}
