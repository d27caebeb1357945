import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import {
  type StaffCommandResult,
  staffCommandResult,
  staffSyncRequest,
} from '../../../contract/staff/run-sheet';
import { runStaffCommand } from '../../commands/run/run-staff-command';
import { jsonSchemaOf } from '../frame/json-schema';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { auditedOf } from './reach';
import { requirePermission, type StaffSession } from './session';

const commandsRequest = v.strictObject({ commands: staffSyncRequest.entries.commands });
const commandsAnswer = v.object({ results: v.array(staffCommandResult) });

/** `POST /api/staff/commands`: runs commands of the desk and of kelurahan staff one by one, in order. */
export function addStaffCommands(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Body: { commands: object[] }; Reply: { results: StaffCommandResult[] } }>(
    '/api/staff/commands',
    {
      schema: {
        summary: 'Commands of the desk',
        body: jsonSchemaOf(commandsRequest),
        response: { 200: jsonSchemaOf(commandsAnswer), ...staffProblemAnswers },
      },
      handler: async (request) => {
        const session = await requirePermission(context, request, 'book-for-resident');
        const actor = { ...session.me, ...auditedOf(session, request) };
        return { results: await runAll(context, actor, request.body.commands) };
      },
    },
  );
}

/**
 * Runs commands one by one. SQLite answers without a turn of the event loop, so others get a turn between
 * them.
 */
export async function runAll(
  context: ServerContext,
  actor: StaffSession['me'] & { readonly address: string },
  commands: readonly object[],
): Promise<StaffCommandResult[]> {
  const results: StaffCommandResult[] = [];
  for (const command of commands) {
    results.push(await runStaffCommand(context, actor, command));
    await letOthersRun();
  }
  return results;
}
