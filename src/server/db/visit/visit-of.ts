import type { BookingRow } from '../../../contract/booking-row';
import type { VisitRecord } from '../../../domain/visit/outcome';
import type { ServerContext } from '../engine/context';
import type { BookingColumns } from '../schema/booking-columns';
import { seal, unseal } from '../secret/seal';

/** The columns of a booking that desk and crew write. */
export const VISIT_COLUMNS = [
  'accepted_at',
  'question',
  'asked_at',
  'departed_at',
  'arrived_at',
  'closed_at',
  'visit',
] as const;

export type VisitColumns = Pick<BookingColumns, 'id' | (typeof VISIT_COLUMNS)[number]>;

type VisitMembers = Pick<BookingRow, 'acceptedAt' | 'question' | 'visit'>;

/**
 * Returns what desk and crew did to a booking, as the apps get it. Texts are only for the requester and staff
 * (`withWords`).
 */
export function visitMembersOf(context: ServerContext, row: VisitColumns, withWords: boolean): VisitMembers {
  const { accepted_at, question, asked_at } = row;
  const visit = visitOf(context, row, withWords);
  return {
    ...(accepted_at === null ? {} : { acceptedAt: instantOf(accepted_at) }),
    ...(question === null
      ? {}
      : {
          question: {
            text: withWords ? String(unseal(context, `${row.id}/question`, question)) : '',
            askedAt: instantOf(asked_at ?? 0),
          },
        }),
    ...(visit === undefined ? {} : { visit }),
  };
}

/** Encrypts a visit record, since a reason can tell about a person's health. */
export function sealVisit(context: ServerContext, id: VisitColumns['id'], record: VisitRecord): Buffer {
  const { outcomes, lacking, nextVisit } = record;
  return seal(context, `${id}/visit`, { outcomes, lacking, nextVisit });
}

function visitOf(context: ServerContext, row: VisitColumns, withWords: boolean): BookingRow['visit'] {
  const { departed_at, arrived_at, closed_at, visit } = row;
  if (departed_at === null && arrived_at === null && closed_at === null && visit === null) return undefined;
  // The cast is safe: only sealVisit writes this column.
  const record =
    visit === null ? undefined : (unseal(context, `${row.id}/visit`, visit) as Omit<VisitRecord, 'note'>);
  const outcomes = record?.outcomes ?? [];
  return {
    ...(departed_at === null ? {} : { departedAt: instantOf(departed_at) }),
    ...(arrived_at === null ? {} : { arrivedAt: instantOf(arrived_at) }),
    ...(closed_at === null ? {} : { closedAt: instantOf(closed_at) }),
    outcomes: outcomes.map((outcome) => ({ ...outcome, reason: withWords ? outcome.reason : '' })),
    lacking: [...(record?.lacking ?? [])],
    ...(record === undefined ? {} : { nextVisit: record.nextVisit }),
  };
}

function instantOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
