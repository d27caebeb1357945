import { foldText } from '../catalogue/fold-text';

/**
 * How people are addressed, folded. `Hi.` is how Lampung writes `Haji`. What is part of a name as often as
 * not (`Raden`, `Gusti`, `Siti` as `St.`) does not stand here.
 */
const TITLES = new Set(
  [
    'h hi hj haji hajah hajjah kh kiai kyai nyai ust ustad ustadz ustaz ustadzah ustazah habib',
    'bapak bpk pak ibu bu tuan tn nyonya ny nona nn sdr sdri saudara saudari alm almh almarhum almarhumah',
    'mas mbak mbah kakek nenek dr drg drh dra drs ir prof ns apt',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Degrees as they are written after a name, folded: `S.Pd.I`, `A.Md.Keb`, `M.Kn` (gelar akademik,
 * Permendikbudristek 53/2023, and the older ones that people still carry).
 */
const DEGREES = new Set(
  [
    'sh shi se sei ssy sy sap sip sik skom ssi sag sth sthi spd spdi spdk sst str strkeb strkep skep skeb sked skg skm',
    'skh sgz sfarm sp spt spi spsi spsikolog sikom ssos ssosi sptk st sti ss ssn shum sars stp sds',
    'mh mhi mm mmpd mpd mpdi me mei mag map msi mt mti mkom mkes mkm mhum mkn mp ma msc msn mps mkeb mkep mars mba',
    'amd amdkeb amdkep amdkom ama amak ners phd llm spog spa spb spjp bba ba',
  ].flatMap((line) => line.split(' ')),
);

/** Marks that part a name's word in two; an apostrophe (`Nur'aini`) belongs to the word. */
const BETWEEN_PARTS = /[^\p{L}\p{N}\p{M}'’‘ʼ`´]+/u;

/** A word of a name: as it is written without its marks, and the parts between them. */
export type NameWord = { readonly joined: string; readonly parts: readonly string[] };

/**
 * Returns the words of a name, folded, titles and degrees among them. `Hj.Siti` is one word that is joined
 * `hjsiti` and has the parts `hj` and `siti`, so that either way of writing it can be found.
 */
export function nameWords(name: string): readonly NameWord[] {
  return name.split(/\s+/u).flatMap((word) => {
    const joined = foldText(word);
    if (joined === '') return [];
    // What an apostrophe parts (`Nur'aini`) is found as `aini` too.
    const parts = word.split(BETWEEN_PARTS).flatMap((part) => part.split(/['’‘ʼ`´]/u).map(foldText));
    return [{ joined, parts: parts.filter((part) => part !== '') }];
  });
}

/**
 * Returns a name without titles before it and degrees behind it, as it is written. A name of nothing else
 * (`Haji`) stays whole.
 */
export function withoutTitles(name: string): string {
  const [head = '', ...tail] = name.split(',');
  const words = head.split(/\s+/u).flatMap(partsOfTitled);
  const first = words.findIndex((word) => !TITLES.has(foldText(word)));
  if (first < 0) return name;
  let end = words.length;
  while (end > first + 1 && isDegreeBehind(words[end - 1] ?? '')) end -= 1;
  const rest = tail.filter((part) => !isAfterComma(part));
  return [words.slice(first, end).join(' '), ...rest].join(',').trim();
}

/** Folds a name to what tells one person from another: neither titles and degrees count nor how it is written. */
export function foldPersonName(name: string): string {
  return foldText(withoutTitles(name)) || foldText(name);
}

/** `Hj.Siti` and `K.H.Siti` are a title and a name; `K.H.` and `S.Pd` are one word each. */
function partsOfTitled(word: string): readonly string[] {
  const pieces = word.split('.');
  for (let count = 1; count < pieces.length; count += 1) {
    const title = pieces.slice(0, count).join('.');
    const rest = pieces.slice(count).join('.');
    if (TITLES.has(foldText(title)) && foldText(rest) !== '' && !isTitleOrDegree(word)) {
      return [title, ...partsOfTitled(rest)];
    }
  }
  return word === '' ? [] : [word];
}

function isTitleOrDegree(word: string): boolean {
  const folded = foldText(word);
  return TITLES.has(folded) || DEGREES.has(folded);
}

/** Without a comma only what has a point is a degree (`Budi S.E.`, not `Budi Se`); `(Alm.)` is a title. */
function isDegreeBehind(word: string): boolean {
  if (/^\(.*\)$/u.test(word)) return TITLES.has(foldText(word));
  return word.includes('.') && DEGREES.has(foldText(word));
}

function isAfterComma(part: string): boolean {
  const words = part.split(/\s+/u).map(foldText);
  return (
    words.every((word) => word === '' || DEGREES.has(word) || TITLES.has(word)) || DEGREES.has(foldText(part))
  );
}
