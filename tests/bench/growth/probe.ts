import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { CONTRACT_VERSION } from '../../../src/contract/version';
import { makeSubmission } from '../load/make-requests';

/*
 * A process beside the server's: sends small requests at a steady pace, whether or not earlier ones were answered, and
 * tells on request how long the slowest of each kind waited since it was last asked. What is still unanswered counts too.
 */

const HEALTH_EVERY_MS = 10;
const PHONE_EVERY_MS = 200;
const STAY_MS = 60_000;

const url = process.argv[2] ?? '';
const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: STAY_MS });

export type Waits = { readonly healthMs: number; readonly phoneMs: number; readonly refused: number };

const longest = { healthMs: 0, phoneMs: 0, refused: 0 };
const underWay = new Map<number, { readonly kind: 'healthMs' | 'phoneMs'; readonly sentMs: number }>();
let sent = 0;
let index = 0;

function send(kind: 'healthMs' | 'phoneMs', path: string, body?: string): void {
  sent += 1;
  const id = sent;
  const sentMs = performance.now();
  underWay.set(id, { kind, sentMs });
  const headers =
    body === undefined
      ? {}
      : {
          'content-type': 'application/json',
          authorization: `Device ${randomBytes(16).toString('base64url')}`,
        };
  const ended = (isAnswered: boolean) => {
    if (!underWay.delete(id)) return;
    longest[kind] = Math.max(longest[kind], performance.now() - sentMs);
    if (!isAnswered) longest.refused += 1;
  };
  const asked = request(
    `${url}${path}`,
    { agent, method: body === undefined ? 'GET' : 'POST', headers },
    (response) => {
      response.on('end', () => ended(response.statusCode === 200));
      response.on('error', () => ended(false));
      response.resume();
    },
  );
  asked.on('error', () => ended(false));
  asked.end(body);
}

setInterval(() => send('healthMs', '/api/health'), HEALTH_EVERY_MS);
setInterval(() => {
  index += 1;
  const commands = [makeSubmission(index)];
  send('phoneMs', '/api/sync', JSON.stringify({ version: CONTRACT_VERSION, cursor: null, commands }));
}, PHONE_EVERY_MS);

process.on('disconnect', () => process.exit());
process.on('message', () => {
  const now = performance.now();
  for (const { kind, sentMs } of underWay.values()) longest[kind] = Math.max(longest[kind], now - sentMs);
  process.send?.({ ...longest } satisfies Waits);
  Object.assign(longest, { healthMs: 0, phoneMs: 0, refused: 0 });
});
