import * as v from 'valibot';
import { type AuditQuery, auditQuery } from '../../../contract/staff/audit';

/** The search, as kept in the page's address. */
export type AuditSearch = {
  /** Digits of a booking's number; empty for all. */
  readonly number: string;
  /** Id of a member; empty for all. */
  readonly staff: string;
  /** First day, `2026-12-01`; empty for all. */
  readonly from: string;
};

export function searchOf(params: URLSearchParams): AuditSearch {
  return {
    number: params.get('nomor') ?? '',
    staff: params.get('siapa') ?? '',
    from: params.get('sejak') ?? '',
  };
}

export function paramsOf({ number, staff, from }: AuditSearch): URLSearchParams {
  const named = { nomor: number, siapa: staff, sejak: from };
  return new URLSearchParams(Object.entries(named).filter(([, value]) => value !== ''));
}

/**
 * Returns the query for the server. Leaves out a part of the address that was written by hand and is not
 * valid.
 */
export function queryOf({ number, staff, from }: AuditSearch, utcOffsetMinutes: number): AuditQuery {
  const midnight = Date.parse(`${from}T00:00:00Z`) - utcOffsetMinutes * 60_000;
  const parts = {
    number,
    staff,
    from: Number.isNaN(midnight) ? '' : new Date(midnight).toISOString(),
  };
  const given = Object.entries(parts).filter(([key, value]) => {
    return v.safeParse(v.pick(auditQuery, [key as keyof typeof parts]), { [key]: value }).success;
  });
  return v.parse(auditQuery, Object.fromEntries(given));
}
