import type { FastifyInstance } from 'fastify';
import {
  type MoveContent,
  type MoveOpened,
  type MoveTaken,
  type MoveUpload,
  moveContent,
  moveOpened,
  moveTaken,
  moveUpload,
} from '../../../contract/move';
import { token128 } from '../../../contract/scalars';
import { openMove } from '../../commands/phone/open-move';
import { takeMove } from '../../commands/phone/take-move';
import { readMove } from '../../queries/phone/read-move';
import { readDeviceHash } from '../frame/device-credential';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError } from '../frame/problem-response';
import { problemAnswers } from '../frame/problem-schema';
import type { ServerContext } from '../server-context';

const BUSY_RETRY_S = 60;

type OfMove = { Params: { id: string } };

const common = {
  security: [{ device: [] }],
  params: { type: 'object', properties: { id: jsonSchemaOf(token128) }, required: ['id'] },
};

/** `/api/moves/{id}`: a phone's place is handed to a new one. Who has the id may read and take; only the link has the key. */
export function addMoves(app: FastifyInstance, context: ServerContext): void {
  app.put<OfMove & { Body: MoveUpload; Reply: MoveOpened }>('/api/moves/:id', {
    schema: {
      ...common,
      summary: 'Leave what an old phone sealed for a new one',
      body: jsonSchemaOf(moveUpload),
      response: { 200: jsonSchemaOf(moveOpened), ...problemAnswers },
    },
    handler: async (request) => {
      const sealed = Buffer.from(request.body.sealed, 'base64url');
      const opened = await openMove(context, readDeviceHash(request), request.params.id, sealed);
      if ('problem' in opened) {
        const { problem } = opened;
        throw new ProblemError(problem, problem === 'server-busy' ? { retryAfterSeconds: BUSY_RETRY_S } : {});
      }
      return { endsAt: new Date(opened.endsAtMs).toISOString() };
    },
  });
  app.get<OfMove & { Reply: MoveContent }>('/api/moves/:id', {
    schema: {
      ...common,
      summary: 'Read what an old phone sealed',
      response: { 200: jsonSchemaOf(moveContent), ...problemAnswers },
    },
    handler: async (request) => {
      const move = await readMove(context, readDeviceHash(request), request.params.id);
      if ('problem' in move) throw new ProblemError(move.problem);
      return { sealed: move.sealed.toString('base64url'), endsAt: new Date(move.endsAtMs).toISOString() };
    },
  });
  app.post<OfMove & { Reply: MoveTaken }>('/api/moves/:id/take', {
    schema: {
      ...common,
      summary: 'Take the place of the old phone, whose credential ends',
      response: { 200: jsonSchemaOf(moveTaken), ...problemAnswers },
    },
    handler: async (request) => {
      const problem = await takeMove(context, readDeviceHash(request), request.params.id);
      if (problem !== undefined) throw new ProblemError(problem);
      return { isTaken: true };
    },
  });
}
