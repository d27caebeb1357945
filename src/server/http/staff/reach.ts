import type { FastifyRequest } from 'fastify';
import type { StaffSession } from './session';

/** The areas whose bookings a person reaches: all (`undefined`) for the desk, her own for kelurahan. */
export function areasOf({ me }: StaffSession) {
  return me.role === 'kelurahan' ? me.areas : undefined;
}

/** Who is written in the audit. */
export function auditedOf({ me }: StaffSession, request: FastifyRequest) {
  return { id: me.id, address: request.ip };
}
