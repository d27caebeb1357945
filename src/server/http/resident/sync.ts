import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Cursor } from '../../../contract/scalars';
import {
  type CommandResult,
  type SyncRequest,
  type SyncResponse,
  syncRequest,
  syncResponse,
} from '../../../contract/sync';
import { CONTRACT_VERSION } from '../../../contract/version';
import { notePutBack } from '../../commands/city/note-put-back';
import { isTransferred, runCommand } from '../../commands/run/run-command';
import { changesSince } from '../../queries/booking/changes-since';
import { deviceCallbacks } from '../../queries/callback/device-callbacks';
import { readDeviceHash } from '../frame/device-credential';
import { jsonSchemaOf } from '../frame/json-schema';
import { refuseOtherVersion } from '../frame/other-version';
import { ProblemError } from '../frame/problem-response';
import { problemAnswers } from '../frame/problem-schema';
import { isOfOtherGeneration } from '../generation';
import type { ServerContext } from '../server-context';

const FROM_THE_START = '0' as Cursor;

/**
 * `POST /api/sync`: runs the phone's commands one by one, in order, and returns what changed for the phone. A
 * phone of another generation reads everything before any of its commands runs: a command about what the
 * server has lost would be refused for good.
 */
export function addSync(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Body: SyncRequest; Reply: SyncResponse }>('/api/sync', {
    schema: {
      summary: 'Send commands, read changes',
      security: [{ device: [] }],
      body: jsonSchemaOf(syncRequest),
      response: { 200: jsonSchemaOf(syncResponse), ...problemAnswers },
    },
    preValidation: refuseOtherVersion,
    handler: async (request) => {
      const deviceHash = readDeviceHash(request);
      const refuseTransferred = async () => {
        if (await isTransferred(context, deviceHash)) throw new ProblemError('device-moved');
      };
      const serverTime = new Date(context.clock()).toISOString();
      const { commands } = request.body;
      // Each command looks for itself.
      if (commands.length === 0 || isOfOtherGeneration(context, request)) await refuseTransferred();
      const isAhead =
        !isOfOtherGeneration(context, request) && (await notePutBack(context, request.body.cursor));
      if (isOfOtherGeneration(context, request)) {
        return {
          version: CONTRACT_VERSION,
          serverTime,
          results: [],
          changes: [],
          cursor: FROM_THE_START,
          more: true,
        };
      }
      const cursor = isAhead ? null : request.body.cursor;
      const results: CommandResult[] = [];
      for (const [at, command] of commands.entries()) {
        // SQLite answers without a turn of the event loop: a phone with 50 commands would hold up all others.
        if (at > 0) await letOthersRun();
        const result = await runCommand(context, deviceHash, command);
        if (result.outcome === 'retry') await refuseTransferred();
        results.push(result);
      }
      const read = await changesSince(context, deviceHash, cursor);
      const callbacks = await deviceCallbacks(context, deviceHash, cursor);
      const called = callbacks.length === 0 ? {} : { callbacks };
      const cityRevision = context.cityRevision?.();
      return { version: CONTRACT_VERSION, serverTime, results, ...read, ...called, cityRevision };
    },
  });
}
