import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import {
  type AuditCsvQuery,
  type AuditPage,
  type AuditQuery,
  type AuditVerified,
  auditCsvQuery,
  auditPage,
  auditQuery,
  auditVerified,
} from '../../../contract/staff/audit';
import { auditView } from '../../commands/staff/audit-view';
import { auditCsv, auditPage as readAudit, verifyAudit } from '../../queries/audit/audit-page';
import { jsonSchemaOf } from '../frame/json-schema';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { auditedOf } from './reach';
import { requirePermission } from './session';

/** `GET /api/staff/audit`, the same as CSV, and the check of its chain, for an admin. */
export function addStaffAudit(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Querystring: AuditQuery; Reply: AuditPage }>('/api/staff/audit', {
    schema: {
      summary: 'Who saw or changed what',
      querystring: jsonSchemaOf(auditQuery),
      response: { 200: jsonSchemaOf(auditPage), ...staffProblemAnswers },
    },
    handler: async (request) => {
      await requirePermission(context, request, 'read-audit');
      return readAudit(context, request.query);
    },
  });
  app.get<{ Querystring: AuditCsvQuery }>('/api/staff/audit.csv', {
    schema: {
      summary: 'The audit as CSV',
      querystring: jsonSchemaOf(auditCsvQuery),
      response: { ...staffProblemAnswers },
    },
    handler: async (request, reply) => {
      const session = await requirePermission(context, request, 'read-audit');
      const { separator, ...asked } = request.query;
      await auditView(context, auditedOf(session, request), {
        action: 'export-audit',
        detail: asked,
      });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .send(Readable.from(auditCsv(context, asked, separator)));
    },
  });
  app.get<{ Reply: AuditVerified }>('/api/staff/audit/verify', {
    schema: {
      summary: 'Check the chain of the audit',
      response: { 200: jsonSchemaOf(auditVerified), ...staffProblemAnswers },
    },
    handler: async (request) => {
      await requirePermission(context, request, 'read-audit');
      return verifyAudit(context);
    },
  });
}
