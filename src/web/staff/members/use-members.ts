import * as v from 'valibot';
import { staffMember } from '../../../contract/staff/auth';
import { callApi } from '../shell/api/api';
import { useRead } from '../shell/api/use-read';

const memberList = v.object({ members: v.array(staffMember) });

/** Reads all members of the city. */
export function useMembers() {
  return useRead('members', () => callApi('GET', '/api/staff/members', memberList));
}
