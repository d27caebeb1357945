import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { checkPage } from '../../../domain/booking/check-request';
import { useWords } from '../../copy/words';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { usePhone } from '../shell/phone-context';
import { CHECK_SLUG, neighboursOf, pagePath, type QuestionSlug, requestPageOf } from './page-order';
import type { Form } from './use-draft';

/** One question's way back and on, and what the last press of "Lanjut" found wrong. */
export type Question = {
  readonly slug: QuestionSlug;
  readonly form: Form;
  readonly backTo: string;
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  readonly goOn: () => void;
};

/** Judges a page only when it is left by "Lanjut"; going back is always free. */
export function useQuestion(form: Form, slug: QuestionSlug): Question {
  const { t } = useWords();
  const { city, now } = usePhone();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { before, after } = neighboursOf(form.draft.id, slug);
  const checkPath = search.get('kembali') === CHECK_SLUG ? pagePath(form.draft.id, CHECK_SLUG) : undefined;
  return {
    slug,
    form,
    backTo: checkPath ?? before,
    errors,
    errorOf: (field) => errors.find((error) => error.fieldId === field)?.message,
    goOn: () => {
      const found = checkPage(requestPageOf[slug], form.draft, city, now());
      if (found.length === 0) {
        // What was wrong goes with the page: it is not drawn again while the next one is.
        void navigate(checkPath ?? after);
        return;
      }
      setErrors(
        found.map(({ field, problem }) => ({ fieldId: field, message: t(`booking.error.${problem}`) })),
      );
    },
  };
}
