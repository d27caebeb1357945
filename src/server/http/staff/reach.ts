import type { FastifyRequest } from 'fastify';
import type { StaffSession } from './session';

/**
 * Returns the areas whose bookings a member reaches: `undefined` (all) for the desk, their own for kelurahan
 * staff.
 */
export function areasOf({ me }: StaffSession) {
  return me.role === 'kelurahan' ? me.areas : undefined;
}

/** Returns the member and address that the audit records. */
export function auditedOf({ me }: StaffSession, request: FastifyRequest) {
  return { id: me.id, address: request.ip };
}
