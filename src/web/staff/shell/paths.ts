import type { StaffRole } from '../../../domain/staff/role';

/** Where the pages stand, below /petugas. A feature's own pages stand below its path. */
export const PATHS = {
  desk: '/meja',
  runSheet: '/tugas',
  members: '/anggota',
  setUp: '/pengaturan',
  audit: '/jejak',
  figures: '/angka',
  practice: '/latihan',
  account: '/akun',
  totp: '/akun/kode',
  invite: '/undangan',
} as const;

const HOMES: Readonly<Record<StaffRole, string>> = {
  crew: PATHS.runSheet,
  coordinator: PATHS.desk,
  kelurahan: PATHS.desk,
  admin: PATHS.members,
};

/** The page a role begins with. */
export function homeOf(role: StaffRole): string {
  return HOMES[role];
}
