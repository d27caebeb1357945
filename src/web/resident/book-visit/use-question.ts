import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { checkPage, questionOfField } from '../../../domain/booking/check-request';
import { parsePhone } from '../../../domain/people/phone';
import { useWords } from '../../copy/words';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { mayExist } from '../../ui/number-abroad/load-plans';
import { isOfPart, LAST_PART, partAt } from '../shell/form/form-parts';
import { usePhone } from '../shell/phone/phone-context';
import { useSimpleMode } from '../shell/simple/simple-mode';
import { CHECK_SLUG, neighboursOf, pagePath, type QuestionSlug, requestPageOf } from './page-order';
import { partsOf } from './question-parts';
import type { Form } from './use-draft';

/** The links of one question's page, and the errors that the last press of "Lanjut" found. */
export type QuestionFlow = {
  readonly slug: QuestionSlug;
  readonly form: Form;
  readonly backTo: string;
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /** The part on screen; outside simple mode the part is the whole page. */
  readonly part: string;
  /** Whether the field is on screen now. `part` is an id of `partsOf`. */
  readonly shows: (part: string) => boolean;
  readonly goOn: () => void;
  /**
   * Writes the answers, then opens another page of the app; stays where this phone did not keep them and the
   * page would be lost with them. If pressed twice, the last press counts.
   */
  readonly leaveFor: (path: string) => void;
  /** How often a press went nowhere because this phone did not keep the answers. */
  readonly held: number;
};

const NONE: readonly FieldError[] = [];

/**
 * How long leaving the page waits for a slow write, in milliseconds. Any longer, and the button would seem
 * dead.
 */
const WRITTEN_WITHIN_MS = 1000;

/** Checks a page only when the resident presses "Lanjut"; going back is never checked. */
export function useQuestion(form: Form, slug: QuestionSlug): QuestionFlow {
  const { t } = useWords();
  const { city, now, isTimeSure } = usePhone();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [judged, setJudged] = useState<{ readonly part: string; readonly errors: readonly FieldError[] }>();
  const [held, setHeld] = useState(0);
  const leavingFor = useRef<string | undefined>(undefined);
  const isSimple = useSimpleMode();
  const parts = isSimple ? partsOf(slug, form.draft, city.catalogue) : [slug];
  const part = partAt(search.get('bagian'), parts);
  // Stays the same list until the next check: a new list takes the focus.
  const errors = judged?.part === part ? judged.errors : NONE;
  const { before, after } = neighboursOf(form.draft.id, slug);
  const checkPath = search.get('kembali') === CHECK_SLUG ? pagePath(form.draft.id, CHECK_SLUG) : undefined;
  const partPath = (wanted: string | undefined) => {
    if (wanted === undefined) return undefined;
    const back = checkPath === undefined ? '' : `&kembali=${CHECK_SLUG}`;
    return `${pagePath(form.draft.id, slug)}?bagian=${wanted}${back}`;
  };
  const at = parts.indexOf(part);
  const [previous, next] = [partPath(parts[at - 1]), partPath(parts[at + 1])];
  // Goes back to the last part of the page before, which is where the resident came from.
  const lastBefore = isSimple && before !== '/ajukan' ? `${before}?bagian=${LAST_PART}` : before;

  const backTo = previous ?? checkPath ?? lastBefore;

  /**
   * Writes the answers before the next page is shown, so that a resident who closes the app there loses
   * nothing.
   */
  async function leaveFor(path: string) {
    const isLeaving = leavingFor.current !== undefined;
    leavingFor.current = path;
    if (isLeaving) return;
    const from = window.location.href;
    const isKept = await Promise.race([form.flush(), sleep(WRITTEN_WITHIN_MS)]);
    const to = leavingFor.current;
    leavingFor.current = undefined;
    // On the way back through this request its answers stay on the screen.
    if (isKept === false && to !== backTo) {
      setHeld((times) => times + 1);
      return;
    }
    // A resident who meanwhile opened another page stays there.
    if (window.location.href !== from) return;
    // The errors are not cleared, so that this page is not redrawn while the next one is.
    await navigate(to);
  }

  async function goOn() {
    const time = { nowMs: now(), isSure: isTimeSure() };
    const found: FieldError[] = checkPage(requestPageOf[slug], form.draft, city, time).map(
      ({ field, problem }) => ({
        fieldId: field,
        message: t(`booking.error.${problem}`, { question: questionOfField(field, city.catalogue) }),
      }),
    );
    const phone = slug === 'kontak' ? parsePhone(form.draft.contactPhone) : undefined;
    if (phone?.ok && !(await mayExist(phone.phone))) {
      const error = { fieldId: 'contactPhone', message: t('booking.error.phone-abroad-unknown') };
      // In the order of the fields: the channel stands below.
      const below = found.filter(({ fieldId }) => fieldId === 'channel').length;
      found.splice(found.length - below, 0, error);
    }
    const wrong = found.filter(({ fieldId }) => isOfPart(fieldId, part, parts));
    if (wrong.length > 0) setJudged({ part, errors: wrong });
    else await leaveFor(next ?? checkPath ?? after);
  }

  return {
    slug,
    form,
    part,
    shows: (wanted) => part === slug || wanted === part,
    leaveFor: (path) => void leaveFor(path),
    held,
    backTo,
    errors,
    errorOf: (field) => errors.find((error) => error.fieldId === field)?.message,
    goOn: () => void goOn(),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
