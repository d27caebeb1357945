import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type PracticeState as PracticeAnswer, practiceState } from '../../../contract/staff/practice';
import { auditView } from '../../commands/staff/audit-view';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError } from '../frame/problem-response';
import type { ServerContext } from '../server-context';
import { inviteLink } from './account/invite-link';
import { originOf } from './account/origin';
import { type PracticeControl, PracticePortTaken, type PracticeState } from './practice-control';
import { staffProblemAnswers } from './problem-schema';
import { requirePermission } from './session';

/**
 * Lets the real app show, start, reset and stop the practice city. The practice city itself controls no
 * other.
 */
export function addStaffPractice(
  app: FastifyInstance,
  context: ServerContext,
  control: PracticeControl | undefined,
): void {
  const schema = (summary: string) => ({
    summary,
    response: { 200: jsonSchemaOf(practiceState), ...staffProblemAnswers },
  });
  app.get<{ Reply: PracticeAnswer }>('/api/staff/practice', {
    schema: schema('Whether the practice city runs, and the links to it'),
    handler: async (request) => {
      await requirePermission(context, request, 'set-up-city');
      return answerOf(request, await there(control).read());
    },
  });
  for (const action of ['start', 'reset', 'stop'] as const) {
    app.post<{ Reply: PracticeAnswer }>(`/api/staff/practice/${action}`, {
      schema: schema(`The practice city: ${action}`),
      handler: async (request) => {
        const { me } = await requirePermission(context, request, 'set-up-city');
        const practice = there(control);
        await auditView(context, { id: me.id, address: request.ip }, { action: `practice-${action}` });
        try {
          return answerOf(request, await practice[action]());
        } catch (error) {
          throw error instanceof PracticePortTaken ? new ProblemError('practice-port-taken') : error;
        }
      },
    });
  }
}

function there(control: PracticeControl | undefined): PracticeControl {
  if (control === undefined) throw new ProblemError('not-found');
  return control;
}

function answerOf(
  request: FastifyRequest,
  { isRunning, people, isAsBuilt, port, origin }: PracticeState,
): PracticeAnswer {
  const url = origin ?? originAt(request, port);
  return {
    isRunning,
    isAsBuilt,
    url,
    people: people.map(({ role, name, token }) => ({ role, name, link: inviteLink(url, token) })),
  };
}

/** Returns the browser's host at another port, which is another origin with its own storage. */
function originAt(request: FastifyRequest, port: number): string {
  const url = new URL(originOf(request));
  url.port = String(port);
  return url.origin;
}
