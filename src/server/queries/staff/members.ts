import type { StaffMember } from '../../../contract/staff/auth';
import type { ServerContext } from '../../db/engine/context';
import { memberOf, selectMembers } from '../../db/staff/member';

/** All who work for the city, disabled ones too, by name. */
export async function listMembers({ db, city }: ServerContext): Promise<StaffMember[]> {
  const rows = await selectMembers(db, city.code).orderBy('name').orderBy('sign_in_name').execute();
  return rows.map(memberOf);
}
