import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../frame/problem-response';

/**
 * Refuses a phone that names another member than the one whose session it uses. Another member may have
 * signed in while the first one's page was open: the first one's records wait for their own session, and the
 * second one's run sheet must not enter the first one's database.
 */
export function refuseOtherPerson({ headers }: FastifyRequest, id: string): void {
  const named = headers['mpp-staff-id'];
  if (named !== undefined && named !== id) throw new ProblemError('sign-in-needed');
}
