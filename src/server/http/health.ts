import type { FastifyInstance } from 'fastify';
import { checkHealth } from '../queries/city/health';
import { describeError } from './frame/describe-error';
import { answerBusy } from './frame/problem-response';
import { problemAnswers } from './frame/problem-schema';
import type { ServerContext } from './server-context';

/** The disk that holds the database, where it is this machine's. */
export type DiskWatch = {
  readonly readFreeBytes: () => Promise<number>;
  /** Below this the disk counts as low. */
  readonly lowBytes: number;
};

/**
 * What SQLite may write back at once (open-database.ts). With less space it is not certain that the next
 * booking is stored.
 */
export const FULL_BYTES = 16 * 1024 * 1024;

export const HEALTH_PATH = '/api/health';

const healthy = {
  type: 'object',
  properties: { ok: { const: true }, disk: { enum: ['enough', 'low'] } },
  required: ['ok'],
  additionalProperties: false,
};

/**
 * `GET /api/health`: 200 when the database answers, writes and can grow, else 503. A low disk is reported in
 * a 200, since everything still works and a balancer must not turn residents away. The check itself writes
 * nothing, since it is asked often.
 */
export function addHealth(app: FastifyInstance, context: ServerContext, disk: DiskWatch | undefined): void {
  let isLogged = false;
  app.get(HEALTH_PATH, {
    schema: { summary: 'Whether the server can work', response: { 200: healthy, ...problemAnswers } },
    handler: async (request, reply) => {
      try {
        await checkHealth(context);
        if (disk === undefined) return { ok: true };
        const freeBytes = await disk.readFreeBytes();
        const isLow = freeBytes < disk.lowBytes;
        if (isLow && !isLogged) request.log.warn({ freeBytes }, 'the disk is nearly full');
        isLogged = isLow;
        if (freeBytes < FULL_BYTES) {
          request.log.error({ freeBytes }, 'the disk is full');
          return answerBusy(reply);
        }
        return { ok: true, disk: isLow ? 'low' : 'enough' };
      } catch (error) {
        request.log.error({ error: describeError(error) }, 'the database cannot work');
        return answerBusy(reply);
      }
    },
  });
}
