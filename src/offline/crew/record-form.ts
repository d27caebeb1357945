import type { RequirementId, ServiceId } from '../../domain/catalogue/service';
import type { Outcome, VisitRecord } from '../../domain/visit/outcome';

/** A visit record being filled in: as typed, judged only when it is to be kept. */
export type RecordForm = {
  readonly outcomes: Readonly<
    Record<ServiceId, { readonly outcome?: Outcome | undefined; readonly reason: string }>
  >;
  readonly lacking: readonly RequirementId[];
  readonly nextVisit?: VisitRecord['nextVisit'] | undefined;
  readonly note: string;
};

export const EMPTY_RECORD: RecordForm = { outcomes: {}, lacking: [], note: '' };

/**
 * Returns the record of these services in the form that `checkRecord` judges; a service without an outcome is
 * left out.
 */
export function recordOf(form: RecordForm, services: readonly ServiceId[]): VisitRecord {
  return {
    outcomes: services.flatMap((service) => {
      const { outcome, reason = '' } = form.outcomes[service] ?? {};
      return outcome === undefined ? [] : [{ service, outcome, reason: reason.trim() }];
    }),
    lacking: form.lacking,
    nextVisit: form.nextVisit ?? 'not-needed',
    note: form.note.trim(),
  };
}

/** Turns a record back into its form, to be changed after it was undone or refused. */
export function formOf(record: VisitRecord): RecordForm {
  const outcomes = record.outcomes.map(({ service, outcome, reason }) => [service, { outcome, reason }]);
  return {
    outcomes: Object.fromEntries(outcomes),
    lacking: record.lacking,
    nextVisit: record.nextVisit,
    note: record.note,
  };
}
