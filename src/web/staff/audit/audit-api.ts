import * as v from 'valibot';
import {
  type AuditCsvQuery,
  type AuditPage,
  type AuditQuery,
  type AuditVerified,
  auditPage,
  auditVerified,
} from '../../../contract/staff/audit';
import { type StaffMember, staffMember } from '../../../contract/staff/auth';
import { callApi } from '../shell/api/api';

/** The server reads the whole chain again, which takes long. */
const VERIFY_TIMEOUT_MS = 120_000;

const members = v.object({ members: v.array(staffMember) });

/**
 * Reads a page of audit entries, the latest first. Rejects with an `ApiFailure`, like every function here.
 */
export function readAudit(query: AuditQuery): Promise<AuditPage> {
  return callApi('GET', `/api/staff/audit${searchOf(query)}`, auditPage);
}

/** Returns the address of the same entries as CSV. */
export function auditCsvAddress(query: AuditCsvQuery): string {
  return `/api/staff/audit.csv${searchOf(query)}`;
}

export function verifyAudit(): Promise<AuditVerified> {
  return callApi('GET', '/api/staff/audit/verify', auditVerified, { timeoutMs: VERIFY_TIMEOUT_MS });
}

export async function readMembers(): Promise<readonly StaffMember[]> {
  return (await callApi('GET', '/api/staff/members', members)).members;
}

function searchOf(query: AuditCsvQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}
