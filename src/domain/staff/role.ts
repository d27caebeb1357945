/**
 * The roles of the staff app: `crew` (petugas) makes visits, `coordinator` (koordinator) runs the desk,
 * `kelurahan` books for the residents of its area and sees only their bookings, `admin` sets the city up and
 * admits staff.
 */
export const STAFF_ROLES = ['crew', 'coordinator', 'kelurahan', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** UUIDv7 of a person who works for the city. */
export type StaffId = string & { readonly __brand: 'StaffId' };

/**
 * What the server lets each role do; every route and command names one permission. `own-account` covers
 * signing out, sessions and passkeys; for the `kelurahan` role, `book-for-resident` is limited to its own
 * area.
 */
const PERMISSIONS_OF_ROLE = {
  crew: ['own-account', 'run-sheet', 'record-visit'],
  coordinator: ['own-account', 'see-bookings', 'plan-bookings', 'book-for-resident', 'callbacks', 'figures'],
  kelurahan: ['own-account', 'see-own-area', 'book-for-resident'],
  admin: ['own-account', 'manage-staff', 'set-up-city', 'read-audit', 'figures'],
} as const;

export type Permission = (typeof PERMISSIONS_OF_ROLE)[StaffRole][number];

/** Whether a role has a permission at all; each query decides which rows that role may reach. */
export function hasPermission(role: StaffRole, permission: Permission): boolean {
  const permissions: readonly Permission[] = PERMISSIONS_OF_ROLE[role];
  return permissions.includes(permission);
}
