import type { StaffId } from '../../../domain/staff/role';

/** The place that a TOTP secret is bound to when encrypted (seal.ts). */
export function totpPlace(id: StaffId): string {
  return `staff/${id}/totp`;
}
