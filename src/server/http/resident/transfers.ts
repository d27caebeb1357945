import type { FastifyInstance } from 'fastify';
import { token128 } from '../../../contract/scalars';
import {
  type TransferContent,
  type TransferOpened,
  type TransferTaken,
  type TransferUpload,
  transferContent,
  transferOpened,
  transferTaken,
  transferUpload,
} from '../../../contract/transfer';
import { openTransfer } from '../../commands/phone/open-transfer';
import { takeTransfer } from '../../commands/phone/take-transfer';
import { readTransfer } from '../../queries/phone/read-transfer';
import { readDeviceHash } from '../frame/device-credential';
import { jsonSchemaOf } from '../frame/json-schema';
import { unwrap } from '../frame/problem-response';
import { problemAnswers } from '../frame/problem-schema';
import type { ServerContext } from '../server-context';

type OfMove = { Params: { id: string } };

const common = {
  security: [{ device: [] }],
  params: { type: 'object', properties: { id: jsonSchemaOf(token128) }, required: ['id'] },
};

/**
 * `/api/moves/{id}`: transfers everything of a phone to a new one. Whoever has the id may read and take it,
 * but only the link has the key to decrypt it.
 */
export function addTransfers(app: FastifyInstance, context: ServerContext): void {
  app.put<OfMove & { Body: TransferUpload; Reply: TransferOpened }>('/api/moves/:id', {
    schema: {
      ...common,
      summary: 'Leave what an old phone sealed for a new one',
      body: jsonSchemaOf(transferUpload),
      response: { 200: jsonSchemaOf(transferOpened), ...problemAnswers },
    },
    handler: async (request) => {
      const sealed = Buffer.from(request.body.sealed, 'base64url');
      const opened = await openTransfer(context, readDeviceHash(request), request.params.id, sealed);
      return { endsAt: new Date(unwrap(opened).endsAtMs).toISOString() };
    },
  });
  app.get<OfMove & { Reply: TransferContent }>('/api/moves/:id', {
    schema: {
      ...common,
      summary: 'Read what an old phone sealed',
      response: { 200: jsonSchemaOf(transferContent), ...problemAnswers },
    },
    handler: async (request) => {
      const read = await readTransfer(context, readDeviceHash(request), request.params.id);
      const { sealed, endsAtMs } = unwrap(read);
      return { sealed: sealed.toString('base64url'), endsAt: new Date(endsAtMs).toISOString() };
    },
  });
  app.post<OfMove & { Reply: TransferTaken }>('/api/moves/:id/take', {
    schema: {
      ...common,
      summary: 'Take the place of the old phone, whose credential ends',
      response: { 200: jsonSchemaOf(transferTaken), ...problemAnswers },
    },
    handler: async (request) => {
      unwrap(await takeTransfer(context, readDeviceHash(request), request.params.id));
      return { isTaken: true };
    },
  });
}
