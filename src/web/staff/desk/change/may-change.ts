import type { StaffMember } from '../../../../contract/staff/auth';
import type { BookingFile } from '../../../../contract/staff/desk';

/**
 * Whether this member may change what was asked: the desk until the crew has left, the kelurahan only what it
 * entered itself. The server judges again.
 */
export function mayChange({ role }: Pick<StaffMember, 'role'>, { booking }: BookingFile): boolean {
  const isOpen = booking.state === 'waiting' || booking.state === 'scheduled';
  return isOpen && (role === 'coordinator' || (role === 'kelurahan' && booking.channel === 'kelurahan'));
}
