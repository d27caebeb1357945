import type { FastifyInstance } from 'fastify';
import type { Cursor } from '../../../contract/scalars';
import {
  type StaffSyncRequest,
  type StaffSyncResponse,
  staffSyncRequest,
  staffSyncResponse,
} from '../../../contract/staff/run-sheet';
import { CONTRACT_VERSION } from '../../../contract/version';
import { notePutBack } from '../../commands/city/note-put-back';
import { auditView } from '../../commands/staff/audit-view';
import { changeOfCursor, runSheet } from '../../queries/visit/run-sheet';
import { jsonSchemaOf } from '../frame/json-schema';
import { refuseOtherVersion } from '../frame/other-version';
import { ProblemError } from '../frame/problem-response';
import { isOfOtherGeneration } from '../generation';
import type { ServerContext } from '../server-context';
import { runAll } from './commands';
import { refuseOtherPerson } from './named-person';
import { staffProblemAnswers } from './problem-schema';
import { auditedOf } from './reach';
import { requirePermission } from './session';

/** Of no day: the next answer brings the whole sheet. */
const VOID_CURSOR = '0' as Cursor;

/**
 * `POST /api/staff/sync`: runs a crew's commands in order, and returns its run sheet if that has changed. For
 * a phone of another generation none runs, and its cursor is void.
 */
export function addStaffSync(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Body: StaffSyncRequest; Reply: StaffSyncResponse }>('/api/staff/sync', {
    schema: {
      summary: "Send a crew's commands, read its run sheet",
      body: jsonSchemaOf(staffSyncRequest),
      response: { 200: jsonSchemaOf(staffSyncResponse), ...staffProblemAnswers },
    },
    preValidation: refuseOtherVersion,
    handler: async (request) => {
      const session = await requirePermission(context, request, 'run-sheet');
      refuseOtherPerson(request, session.me.id);
      const unit = context.city.settings.units.find(({ id }) => id === session.me.unit);
      if (unit === undefined) throw new ProblemError('unit-unknown');
      const serverTime = new Date(context.clock()).toISOString();
      const { cursor } = request.body;
      if (!isOfOtherGeneration(context, request)) await notePutBack(context, changeOfCursor(cursor));
      if (isOfOtherGeneration(context, request)) {
        return { version: CONTRACT_VERSION, serverTime, results: [], sheet: null, cursor: VOID_CURSOR };
      }
      const audited = auditedOf(session, request);
      const results = await runAll(context, { ...session.me, ...audited }, request.body.commands);
      const read = await runSheet(context, unit, cursor);
      if (read.sheet !== null) {
        const numbers = read.sheet.visits.map(({ number }) => number);
        await auditView(context, audited, { action: 'see-sheet', detail: { unit: unit.id, numbers } });
      }
      return { version: CONTRACT_VERSION, serverTime, results, ...read };
    },
  });
}
