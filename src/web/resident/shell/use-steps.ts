import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { useSimpleMode } from './simple-mode';

/** A form that asks one thing after the other in simple mode; in the usual mode all of it stands on one page. */
export type Steps = {
  /** The part that stands on screen; undefined in the usual mode. */
  readonly step: string | undefined;
  readonly shows: (part: string) => boolean;
  /** The part before, as a path; undefined on the first. */
  readonly backTo: string | undefined;
  readonly isLast: boolean;
  /** What the last press found wrong with what stands on screen. */
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /** Goes to the next part once nothing of this one is wrong, after the last to what is wrong elsewhere, else finishes. */
  readonly goOn: (wrong: readonly FieldError[], finish: () => Promise<void>) => Promise<void>;
};

type Judged = { readonly step: string | undefined; readonly errors: readonly FieldError[] };

const NONE: readonly FieldError[] = [];

/** `parts` are the ids of the form's fields, in the order in which simple mode asks for them; the address names the one. */
export function useSteps(parts: readonly string[]): Steps {
  const isSimple = useSimpleMode();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const [judged, setJudged] = useState<Judged>({ step: undefined, errors: NONE });
  const named = search.get('bagian');
  const step = isSimple ? (parts.find((part) => part === named) ?? parts[0]) : undefined;
  const at = step === undefined ? 0 : parts.indexOf(step);
  const pathOf = (part: string | undefined) => part && `${pathname}?bagian=${part}`;
  const next = isSimple ? pathOf(parts[at + 1]) : undefined;
  // What no part has for its own is said on the last.
  const stepOf = (field: string) => (parts.includes(field) ? field : parts.at(-1));
  const errors = judged.step === step ? judged.errors : NONE;
  return {
    step,
    shows: (part) => step === undefined || step === part,
    backTo: isSimple ? pathOf(parts[at - 1]) : undefined,
    isLast: next === undefined,
    errors,
    errorOf: (field) => errors.find(({ fieldId }) => fieldId === field)?.message,
    goOn: async (wrong, finish) => {
      const ofStep = (wanted: string | undefined) =>
        wrong.filter(({ fieldId }) => wanted === undefined || stepOf(fieldId) === wanted);
      const here = ofStep(step);
      setJudged({ step, errors: here });
      if (here.length > 0) return;
      if (next !== undefined) return navigate(next);
      const [elsewhere] = wrong;
      if (elsewhere === undefined) return finish();
      const first = stepOf(elsewhere.fieldId);
      setJudged({ step: first, errors: ofStep(first) });
      await navigate(pathOf(first) ?? pathname);
    },
  };
}
