import * as v from 'valibot';
import { staffMember } from '../../../contract/staff/auth';
import { callApi } from '../shell/api';
import { useAnswer } from '../shell/use-answer';

const memberList = v.object({ members: v.array(staffMember) });

/** All staff of the city. */
export function useMembers() {
  return useAnswer('members', () => callApi('GET', '/api/staff/members', memberList));
}
