import type { RequirementId, ServiceId } from '../catalogue/service';

/**
 * The outcome of one service at a visit: selesai, selesai sebagian, berkas kurang, tidak di rumah, menolak,
 * tidak dapat direkam, dirujuk.
 */
export const OUTCOMES = [
  'done',
  'partly-done',
  'papers-missing',
  'not-home',
  'declined',
  'not-recordable',
  'referred',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const MAX_REASON_CHARS = 300;

export type ServiceOutcome = {
  readonly service: ServiceId;
  readonly outcome: Outcome;
  /** The crew's own words; required for every outcome but `done`. */
  readonly reason: string;
};

/** The visit record: what a crew writes down on leaving a home. */
export type VisitRecord = {
  readonly outcomes: readonly ServiceOutcome[];
  /** Requirements still missing. */
  readonly lacking: readonly RequirementId[];
  readonly nextVisit: 'wanted' | 'not-needed';
  readonly note: string;
};

export type RecordFault =
  | {
      readonly kind: 'outcome-missing' | 'reason-missing' | 'service-not-booked';
      readonly service: ServiceId;
    }
  | { readonly kind: 'lacking-missing' };

/** Returns the faults of a visit record for these services; empty when it can be sent. */
export function checkRecord(record: VisitRecord, services: readonly ServiceId[]): RecordFault[] {
  const faults: RecordFault[] = [];
  for (const service of services) {
    if (!record.outcomes.some((outcome) => outcome.service === service)) {
      faults.push({ kind: 'outcome-missing', service });
    }
  }
  for (const { service, outcome, reason } of record.outcomes) {
    if (!services.includes(service)) faults.push({ kind: 'service-not-booked', service });
    else if (outcome !== 'done' && reason.trim() === '') faults.push({ kind: 'reason-missing', service });
  }
  const hasPapersMissing = record.outcomes.some(({ outcome }) => outcome === 'papers-missing');
  if (hasPapersMissing && record.lacking.length === 0) faults.push({ kind: 'lacking-missing' });
  return faults;
}

/** "Satu kunjungan selesai": whether every service was done at this visit. */
export function isAllDone(outcomes: readonly Pick<ServiceOutcome, 'outcome'>[]): boolean {
  return outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'done');
}
