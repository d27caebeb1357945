import { useEffect, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { BookingId } from '../../../../domain/booking/booking';
import { questionOfField, type RequestError } from '../../../../domain/booking/check-request';
import type { RequestDraft } from '../../../../domain/booking/request-draft';
import type { JudgedTime } from '../../../../domain/calendar/judged-time';
import type { City } from '../../../../domain/city/city';
import { parsePhone } from '../../../../domain/people/phone';
import { useWords } from '../../../copy/words';
import type { FieldError } from '../../../ui/error-summary/error-summary';
import { mayExist } from '../../../ui/number-abroad/load-plans';
import { useStaff } from '../../shell/session/staff-context';
import { BLANK_REQUEST } from './blank-request';

/** The fields of a request being typed during a call. */
export type RequestFields = {
  readonly draft: RequestDraft;
  readonly change: (change: Partial<RequestDraft>) => void;
  readonly errorOf: (field: string) => string | undefined;
};

/** A request, or a change of one, being typed during a call. */
export type RequestForm<Built> = RequestFields & {
  /** One id per form: however often the form is sent, it makes one booking. */
  readonly bookingId: BookingId;
  readonly errors: readonly FieldError[];
  /** Returns what was built, or `undefined` after showing its errors. Never rejects. */
  readonly check: () => Promise<Built | undefined>;
  readonly startNext: () => void;
};

/** Turns what was typed into what is sent, or returns every error in it. */
export type Build<Built> = (
  draft: RequestDraft,
  city: City,
  time: JudgedTime,
) =>
  | { readonly ok: true; readonly built: Built }
  | { readonly ok: false; readonly errors: readonly RequestError[] };

/** `given`: what is known beforehand, about the caller or of the request that is changed. */
export function useRequestForm<Built>(
  build: Build<Built>,
  given: Partial<RequestDraft> = {},
): RequestForm<Built> {
  const { t } = useWords();
  const { city, now, isTimeSure } = useStaff();
  const [start] = useState<RequestDraft>(() => ({ ...BLANK_REQUEST, ...given }));
  const [draft, setDraft] = useState(start);
  const [bookingId, setBookingId] = useState(() => uuidv7() as BookingId);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  useLeaveWarning(draft !== BLANK_REQUEST && draft !== start);
  return {
    bookingId,
    draft,
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    errors,
    errorOf: (field) => errors.find((error) => error.fieldId === field)?.message,
    check: async () => {
      const result = build(draft, city, { nowMs: now(), isSure: isTimeSure() });
      const found: FieldError[] = (result.ok ? [] : result.errors).map(({ field, problem }) => ({
        fieldId: field,
        message: t(`booking.error.${problem}`, { question: questionOfField(field, city.catalogue) }),
      }));
      const phone = parsePhone(draft.contactPhone);
      if (phone.ok && !(await mayExist(phone.phone))) {
        found.unshift({ fieldId: 'contactPhone', message: t('booking.error.phone-abroad-unknown') });
      }
      setErrors(found);
      return result.ok && found.length === 0 ? result.built : undefined;
    },
    startNext: () => {
      setDraft(BLANK_REQUEST);
      setBookingId(uuidv7() as BookingId);
      setErrors([]);
    },
  };
}

/** Asks for confirmation before a closed tab loses what was typed. */
function useLeaveWarning(isTyped: boolean): void {
  useEffect(() => {
    if (!isTyped) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isTyped]);
}
