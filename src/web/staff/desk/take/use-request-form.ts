import { useEffect, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { bookingRequest } from '../../../../contract/booking-request';
import type { TakeBooking } from '../../../../contract/staff/commands';
import type { BookingId } from '../../../../domain/booking/booking';
import { buildRequest } from '../../../../domain/booking/build-request';
import { questionOfField } from '../../../../domain/booking/check-request';
import type { RequestDraft } from '../../../../domain/booking/request-draft';
import { parsePhone } from '../../../../domain/people/phone';
import { useWords } from '../../../copy/words';
import type { FieldError } from '../../../ui/error-summary/error-summary';
import { mayExist } from '../../../ui/number-abroad/load-plans';
import { useStaff } from '../../shell/session/staff-context';
import { BLANK_REQUEST } from './blank-request';

/** A request being typed during a call. */
export type RequestForm = {
  /** One id per form: however often the form is sent, it makes one booking. */
  readonly bookingId: BookingId;
  readonly draft: RequestDraft;
  readonly change: (change: Partial<RequestDraft>) => void;
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /** Returns the whole request, or `undefined` after showing its errors. Never rejects. */
  readonly check: () => Promise<TakeBooking['request'] | undefined>;
  readonly startNext: () => void;
};

/** `given`: what is known about the caller beforehand. */
export function useRequestForm(given: Partial<RequestDraft> = {}): RequestForm {
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
      const result = buildRequest(draft, city, { nowMs: now(), isSure: isTimeSure() });
      const found: FieldError[] = (result.ok ? [] : result.errors).map(({ field, problem }) => ({
        fieldId: field,
        message: t(`booking.error.${problem}`, { question: questionOfField(field, city.catalogue) }),
      }));
      const phone = parsePhone(draft.contactPhone);
      if (phone.ok && !(await mayExist(phone.phone))) {
        found.unshift({ fieldId: 'contactPhone', message: t('booking.error.phone-abroad-unknown') });
      }
      setErrors(found);
      return result.ok && found.length === 0 ? v.parse(bookingRequest, result.request) : undefined;
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
