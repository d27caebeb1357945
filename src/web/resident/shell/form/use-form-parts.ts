import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import type { FieldError } from '../../../ui/error-summary/error-summary';
import { useSimpleMode } from '../simple/simple-mode';
import { isOfPart, partAt } from './form-parts';

/** A form that asks one thing at a time in simple mode, and everything on one page in the usual mode. */
export type FormParts = {
  /** The part on screen. */
  readonly part: string;
  /** Whether the field is on screen now. `field` is an id in `fields`. */
  readonly shows: (field: string) => boolean;
  /** Path of the part before; undefined on the first. */
  readonly backTo: string | undefined;
  readonly isLast: boolean;
  /** The errors that the last press found in the part on screen. */
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /**
   * Goes to the next part when this one has no errors. After the last part, goes to the first part with
   * errors, or finishes when there are none.
   */
  readonly goOn: (wrong: readonly FieldError[], finish: () => Promise<void>) => Promise<void>;
};

const NONE: readonly FieldError[] = [];
/** The only part in the usual mode. */
const WHOLE = '';

/**
 * Runs a form in parts. `fields` are the ids of its fields, in the order that simple mode asks them; the
 * address names the current one.
 */
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
      // The last part sends the resident back to the first part with errors.
      const first = next === undefined ? parts.find((one) => wrongIn(one).length > 0) : undefined;
      const judging = wrongIn(part).length > 0 ? part : (first ?? part);
      setJudged({ part: judging, errors: wrongIn(judging) });
      if (judging !== part) return navigate(pathOf(judging) ?? pathname);
      if (wrongIn(part).length > 0) return;
      return next === undefined ? finish() : navigate(next);
    },
  };
}
