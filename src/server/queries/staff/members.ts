import type { StaffMember } from '../../../contract/staff/auth';
import type { ServerContext } from '../../db/engine/context';
import { memberOf, selectMembers } from '../../db/staff/member';

/** Lists the city's staff by name, including those who are disabled. */
export async function listMembers({ db, city }: ServerContext): Promise<StaffMember[]> {
  const rows = await selectMembers(db, city.code).orderBy('name').orderBy('sign_in_name').execute();
  return rows.map(memberOf);
}
