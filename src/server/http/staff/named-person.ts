import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../frame/problem-response';

/**
 * A phone names whose records it sends. Another person may have signed in beside an open page: what the first one
 * recorded is then hers to send later, and the second one's sheet is not for the first one's database.
 */
export function refuseOtherPerson({ headers }: FastifyRequest, id: string): void {
  const named = headers['mpp-staff-id'];
  if (named !== undefined && named !== id) throw new ProblemError('sign-in-needed');
}
