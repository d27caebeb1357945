import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { checkPage, questionOfField } from '../../../domain/booking/check-request';
import { useWords } from '../../copy/words';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { isOfPart, LAST_PART, partAt } from '../shell/form/form-parts';
import { usePhone } from '../shell/phone/phone-context';
import { useSimpleMode } from '../shell/simple/simple-mode';
import { CHECK_SLUG, neighboursOf, pagePath, type QuestionSlug, requestPageOf } from './page-order';
import { partsOf } from './question-parts';
import type { Form } from './use-draft';

/** One question's way back and on, and what the last press of "Lanjut" found wrong. */
export type QuestionFlow = {
  readonly slug: QuestionSlug;
  readonly form: Form;
  readonly backTo: string;
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /** The part that stands on screen; in the usual mode all of the page does. */
  readonly part: string;
  /** Whether a field, named as in `partsOf`, stands on screen now. */
  readonly shows: (part: string) => boolean;
  readonly goOn: () => void;
  /** Goes to another page of the app once what was answered is kept; the last press counts. */
  readonly leaveFor: (path: string) => void;
};

const NONE: readonly FieldError[] = [];

/** How long a press that leaves the page waits for a phone that writes slowly, in milliseconds: longer, and it would seem dead. */
const WRITTEN_WITHIN_MS = 1000;

/** Judges a page only when it is left by "Lanjut"; going back is always free. */
export function useQuestion(form: Form, slug: QuestionSlug): QuestionFlow {
  const { t } = useWords();
  const { city, now } = usePhone();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [judged, setJudged] = useState<{ readonly part: string; readonly errors: readonly FieldError[] }>();
  const leavingFor = useRef<string | undefined>(undefined);
  const isSimple = useSimpleMode();
  const parts = isSimple ? partsOf(slug, form.draft, city.catalogue) : [slug];
  const part = partAt(search.get('bagian'), parts);
  // The same list as long as nothing is judged anew: a new one takes the focus.
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
  // The page before is left by its last part, which is where one came from.
  const lastBefore = isSimple && before !== '/ajukan' ? `${before}?bagian=${LAST_PART}` : before;

  /** What stands on the page is kept before the next is shown: whoever closes the app there has lost nothing. */
  async function leaveFor(path: string) {
    const isLeaving = leavingFor.current !== undefined;
    leavingFor.current = path;
    if (isLeaving) return;
    const from = window.location.href;
    await Promise.race([form.flush(), sleep(WRITTEN_WITHIN_MS)]);
    const to = leavingFor.current;
    leavingFor.current = undefined;
    // Who meanwhile went elsewhere stays there.
    if (window.location.href !== from) return;
    // What was wrong goes with the page: it is not drawn again while the next one is.
    await navigate(to);
  }

  return {
    slug,
    form,
    part,
    shows: (wanted) => part === slug || wanted === part,
    leaveFor: (path) => void leaveFor(path),
    backTo: previous ?? checkPath ?? lastBefore,
    errors,
    errorOf: (field) => errors.find((error) => error.fieldId === field)?.message,
    goOn: () => {
      const found = checkPage(requestPageOf[slug], form.draft, city, now()).filter(({ field }) =>
        isOfPart(field, part, parts),
      );
      if (found.length === 0) {
        void leaveFor(next ?? checkPath ?? after);
        return;
      }
      setJudged({
        part,
        errors: found.map(({ field, problem }) => ({
          fieldId: field,
          message: t(`booking.error.${problem}`, { question: questionOfField(field, city.catalogue) }),
        })),
      });
    },
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
