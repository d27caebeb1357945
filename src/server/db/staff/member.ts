import type { Kysely } from 'kysely';
import type { StaffMember } from '../../../contract/staff/auth';
import type { AreaCode } from '../../../domain/city/city';
import type { StaffColumns } from '../schema/staff-tables';
import type { Tables } from '../schema/tables';

type MemberRow = StaffColumns & { passkeys: number };

/** Selects the city's staff, each with the number of their passkeys. */
export function selectMembers(db: Kysely<Tables>, city: string) {
  return db
    .selectFrom('staff')
    .where('staff.city', '=', city)
    .selectAll('staff')
    .select((eb) =>
      eb
        .selectFrom('staff_passkeys')
        .whereRef('staff_passkeys.city', '=', 'staff.city')
        .whereRef('staff_passkeys.staff_id', '=', 'staff.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .$asScalar()
        .$castTo<number>()
        .as('passkeys'),
    );
}

/** Returns the row as the staff app shows it, without anything that would let somebody sign in. */
export function memberOf(row: MemberRow): StaffMember {
  return {
    id: row.id,
    signInName: row.sign_in_name,
    name: row.name,
    role: row.role,
    ...(row.unit === null ? {} : { unit: row.unit }),
    areas: readAreas(row.areas_json),
    isDisabled: row.disabled_at !== null,
    hasPassword: row.password_hash !== null,
    hasTotp: row.totp_secret !== null,
    passkeys: row.passkeys,
  };
}

function readAreas(json: string): AreaCode[] {
  return JSON.parse(json);
}
