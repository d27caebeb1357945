import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { type Cursor, cursor } from '../../../contract/scalars';
import { watchDevices } from '../../queries/phone/watch-devices';
import { readDeviceHash } from '../frame/device-credential';
import { jsonSchemaOf } from '../frame/json-schema';
import { OpenStreams } from '../frame/open-streams';
import { ProblemError } from '../frame/problem-response';
import { problemAnswers } from '../frame/problem-schema';
import { isOfOtherGeneration } from '../generation';
import type { ServerContext } from '../server-context';

export type EventTimes = { readonly heartbeatMs: number; readonly lifeMs: number };

/**
 * Proxies give up a silent answer after 30 s, and any answer after 5 min: the stream beats and ends before
 * that.
 */
const TIMES: EventTimes = { heartbeatMs: 20_000, lifeMs: 290_000 };
/** Spreads the ends, so that phones that connected together do not reconnect together. */
const LIFE_SPREAD = 0.2;
const RETRY_SECONDS = 60;

const TOO_FAR = Number.MAX_SAFE_INTEGER;

const eventsQuery = v.strictObject({ since: cursor });

/**
 * `GET /api/events?since`: server-sent events over a stream that ends by itself. An event is sent when a
 * booking or callback of this device changed after `since`. It carries only the new cursor: the phone reads
 * the change by sync.
 */
export function addEvents(app: FastifyInstance, context: ServerContext, times: EventTimes = TIMES): void {
  const open = new OpenStreams();
  const devices = watchDevices(context);
  // A server that stops does not wait for phones that listen.
  app.addHook('preClose', async () => open.endAll());
  app.get<{ Querystring: { since: Cursor } }>('/api/events', {
    schema: {
      summary: 'Hear of changes while they happen',
      security: [{ device: [] }],
      querystring: jsonSchemaOf(eventsQuery),
      response: {
        200: { description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        ...problemAnswers,
      },
    },
    handler: async (request, reply) => {
      const deviceHash = readDeviceHash(request);
      if (open.isFull()) throw new ProblemError('server-busy', { retryAfterSeconds: RETRY_SECONDS });
      const stream = new PassThrough();
      // The first line shows the phone at once that nothing on the way holds the stream back.
      stream.write(': open\n\n');
      const tell = (change: number) => stream.writable && stream.write(`event: change\ndata: ${change}\n\n`);
      // A phone of another generation has everything to read: told like one that has read too far.
      const since = isOfOtherGeneration(context, request) ? TOO_FAR : Number(request.query.since);
      const stop = await devices.listen(deviceHash, since, tell);
      const heartbeat = setInterval(() => stream.writable && stream.write(':\n\n'), times.heartbeatMs);
      const life = times.lifeMs * (1 - Math.random() * LIFE_SPREAD);
      const end = setTimeout(() => stream.end(), life);
      stream.once('close', () => {
        stop();
        clearInterval(heartbeat);
        clearTimeout(end);
      });
      open.add(deviceHash, stream);
      return (
        reply
          .type('text/event-stream')
          // A kept-alive connection would hold up a server that stops.
          .headers({ 'x-accel-buffering': 'no', 'cache-control': 'no-store', connection: 'close' })
          .send(stream)
      );
    },
  });
}
