import * as v from 'valibot';
import { readResults } from '../read-results';
import { readItems } from '../set-aside';
import {
  recordConflict,
  type StaffSyncResponse,
  sheetVisit,
  staffCommandResult,
  staffSyncResponse,
} from './run-sheet';

const { sheet, ...rest } = staffSyncResponse.entries;
const frame = v.object({
  ...rest,
  results: v.array(v.unknown()),
  sheet: v.nullable(
    v.object({
      ...sheet.wrapped.entries,
      visits: v.array(v.unknown()),
      conflicts: v.array(v.unknown()),
    }),
  ),
});

type SheetOf<Answer extends StaffSyncResponse> = NonNullable<Answer['sheet']>;

/** A response as this app can read it. */
export type ReadStaffSync = Omit<StaffSyncResponse, 'sheet'> & {
  readonly sheet:
    | (SheetOf<StaffSyncResponse> & {
        /** How many visits a newer server describes in words that this app does not know. */
        readonly unread: number;
      })
    | null;
};

/**
 * Reads the response of `POST /api/staff/sync`; `undefined` when it is anything else. A visit that this app
 * does not know how to read does not take the others from the crew: it is counted.
 */
export function parseStaffSync(body: unknown): ReadStaffSync | undefined {
  const parsed = v.safeParse(frame, body);
  if (!parsed.success) return undefined;
  const { results, sheet: given, ...others } = parsed.output;
  const read = { ...others, results: readResults(staffCommandResult, results) };
  if (given === null) return { ...read, sheet: null };
  const visits = readItems(sheetVisit, given.visits);
  const conflicts = readItems(recordConflict, given.conflicts);
  return {
    ...read,
    sheet: {
      ...given,
      visits: visits.known,
      conflicts: conflicts.known,
      unread: visits.aside.length + conflicts.aside.length,
    },
  };
}
