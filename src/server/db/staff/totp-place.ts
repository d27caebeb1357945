import type { StaffId } from '../../../domain/staff/role';

/** What a sealed secret is bound to (seal.ts). */
export function totpPlace(id: StaffId): string {
  return `staff/${id}/totp`;
}
