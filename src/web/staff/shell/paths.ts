import type { StaffRole } from '../../../domain/staff/role';

/** The paths of the features, below /petugas; a feature's own pages are below its path. */
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

/** Returns the path of a role's home page. */
export function homeOf(role: StaffRole): string {
  return HOMES[role];
}
