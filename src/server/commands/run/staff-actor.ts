import type { StaffMember } from '../../../contract/staff/auth';

/** The member of staff who sends a command, and the address it comes from. */
export type StaffActor = Pick<StaffMember, 'id' | 'role' | 'unit' | 'areas'> & { readonly address: string };
