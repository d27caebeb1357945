import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import type { FieldError } from '../../../ui/error-summary/error-summary';
import { useSimpleMode } from '../simple/simple-mode';
import { isOfPart, partAt } from './form-parts';

/** A form that asks one thing after the other in simple mode; in the usual mode all of it stands on one page. */
export type FormParts = {
  /** The part that stands on screen. */
  readonly part: string;
  /** Whether a field, named as in `parts`, stands on screen now. */
  readonly shows: (field: string) => boolean;
  /** The part before, as a path; undefined on the first. */
  readonly backTo: string | undefined;
  readonly isLast: boolean;
  /** What the last press found wrong with what stands on screen. */
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /** Goes to the next part once nothing of this one is wrong, after the last to what is wrong elsewhere, else finishes. */
  readonly goOn: (wrong: readonly FieldError[], finish: () => Promise<void>) => Promise<void>;
};

const NONE: readonly FieldError[] = [];
/** The only part of the usual mode. */
const WHOLE = '';

/** `fields` are the ids of the form's fields, in the order in which simple mode asks for them; the address names the one. */
export function useFormParts(fields: readonly string[]): FormParts {
  const isSimple = useSimpleMode();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const [judged, setJudged] = useState({ part: WHOLE, errors: NONE });
  const parts = isSimple ? fields : [WHOLE];
  const part = partAt(search.get('bagian'), parts);
  const at = parts.indexOf(part);
  const pathOf = (wanted: string | undefined) => wanted && `${pathname}?bagian=${wanted}`;
  const next = pathOf(parts[at + 1]);
  const errors = judged.part === part ? judged.errors : NONE;
  return {
    part,
    shows: (field) => part === WHOLE || part === field,
    backTo: pathOf(parts[at - 1]),
    isLast: next === undefined,
    errors,
    errorOf: (field) => errors.find(({ fieldId }) => fieldId === field)?.message,
    goOn: async (wrong, finish) => {
      const wrongIn = (one: string) => wrong.filter(({ fieldId }) => isOfPart(fieldId, one, parts));
      // What is wrong elsewhere is gone to from the last part.
      const first = next === undefined ? parts.find((one) => wrongIn(one).length > 0) : undefined;
      const judging = wrongIn(part).length > 0 ? part : (first ?? part);
      setJudged({ part: judging, errors: wrongIn(judging) });
      if (judging !== part) return navigate(pathOf(judging) ?? pathname);
      if (wrongIn(part).length > 0) return;
      return next === undefined ? finish() : navigate(next);
    },
  };
}
