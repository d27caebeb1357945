import './whole-words.css';
import { langOf } from '../../copy/untranslated';

/**
 * `KTP-el`, `F-1.02`, `PBB-P2`, `08.00–11.30`: words that read wrong when a line breaks at their hyphen or
 * dash.
 */
const WHOLE = /([A-Z]+-[A-Za-z0-9][\w.]*\w|[A-Z]+-[A-Za-z0-9]|\d\d[.:]\d\d–\d\d[.:]\d\d)/;
/** Hours are long in large text: kept whole where a line has room, otherwise they may break. */
const HOURS = /^\d\d[.:]/;

/**
 * Keeps names with a hyphen, and hours, on one line, and marks a text of the city that is not in the page's
 * language. The text itself stays unchanged for reading, copying and searching.
 */
export function WholeWords({ children }: { children: string }) {
  const lang = langOf(children);
  return lang === undefined ? keepNames(children) : <span lang={lang}>{keepNames(children)}</span>;
}

function keepNames(children: string) {
  const parts = children.split(WHOLE);
  if (parts.length === 1) return children;
  let at = 0;
  return parts.map((part) => {
    at += part.length;
    return WHOLE.test(part) ? (
      <span className={HOURS.test(part) ? 'whole-hours' : 'whole-word'} key={at}>
        {part}
      </span>
    ) : (
      part
    );
  });
}

/** Does the same for a value that may also be elements, which stay unchanged. */
export function keepWhole<Words>(words: Words) {
  return typeof words === 'string' ? <WholeWords>{words}</WholeWords> : words;
}
