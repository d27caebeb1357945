import type { ServiceId } from '../../../../domain/catalogue/service';
import type { City } from '../../../../domain/city/city';
import { checkRecord, isAllDone } from '../../../../domain/visit/outcome';
import { type RecordForm, recordOf } from '../../../../offline/crew/record-form';
import type { Translate } from '../../../copy/words';
import type { FieldError } from '../../../ui/error-summary/error-summary';
import { serviceWords } from '../sheet/sheet-words';

export const outcomeField = (service: ServiceId) => `outcome-${service}`;
export const reasonField = (service: ServiceId) => `reason-${service}`;
export const LACKING_FIELD = 'lacking';
export const NEXT_FIELD = 'next';

/** Returns the errors of a record in words, in page order. */
export function recordErrors(
  form: RecordForm,
  services: readonly ServiceId[],
  city: City,
  t: Translate,
): FieldError[] {
  const record = recordOf(form, services);
  const errors = checkRecord(record, services).flatMap((fault) => {
    if (fault.kind === 'lacking-missing') return [error(LACKING_FIELD, t('run-sheet.lacking.missing'))];
    const { service } = fault;
    const named = { service: serviceWords(service, city) };
    if (fault.kind === 'outcome-missing') {
      return [error(outcomeField(service), t('run-sheet.outcome.missing', named))];
    }
    // The page offers only booked services, so no record made here has this fault.
    if (fault.kind === 'service-not-booked') return [];
    return [error(reasonField(service), t('run-sheet.outcome.reasonMissing', named))];
  });
  // A visit with everything done needs no next visit; otherwise the crew must say whether one is wanted.
  const isNextOpen = form.nextVisit === undefined && !isAllDone(record.outcomes);
  return isNextOpen ? [...errors, error(NEXT_FIELD, t('run-sheet.next.missing'))] : errors;
}

function error(fieldId: string, message: string): FieldError {
  return { fieldId, message };
}
