import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { askedDelayMs, readRetryAfterMs, retryDelayMs } from '../../../src/offline/sync/retry-delay';

/** As long as a phone waits for an answer (offline/sync/fetch-in-time.ts). */
const ANSWER_MS = 10_000;
/** Connections to each server, as a proxy in front of it holds them. */
const CONNECTIONS = 256;
/** Whoever is not served by then counts as never served. */
const LIMIT_MS = 900_000;
const BUSY: ReadonlySet<number> = new Set([429, 503]);

export type PhoneRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
};

export type StormPlan = {
  /** The processes of the server; each phone stays with one of them, as connections do. */
  readonly urls: readonly string[];
  readonly phones: number;
  /** The time in which all of them begin, milliseconds. */
  readonly spanMs: number;
  readonly addresses: number;
  /** What a phone sends, one after another, and the secret that it sends with its commands. */
  readonly scriptOf: (phone: number) => {
    readonly secret: string;
    readonly requests: readonly PhoneRequest[];
  };
};

export type Storm = {
  /** How many phones were told to wait at least once, and how many had no answer in time at least once. */
  readonly refused: number;
  readonly unanswered: number;
  readonly neverServed: number;
  /** From a phone's first request to the last of its answers, milliseconds, of those that were served. */
  readonly waitsMs: readonly number[];
  /** Repeated requests in the second that had most of them. */
  readonly worstSecond: number;
  readonly servedPerSecond: number;
};

type Answer = { readonly status: number; readonly retryAfter: string | null };

/** Lets each phone send its requests and wait by the rule of the app's own sender, in real time. */
export async function playStorm(plan: StormPlan): Promise<Storm> {
  const { phones, spanMs, addresses, scriptOf, urls } = plan;
  const agents = urls.map((url) => ({ url, agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }) }));
  const startMs = performance.now();
  const returns = new Map<number, number>();
  const waitsMs: number[] = [];
  const [refused, unanswered] = [new Set<number>(), new Set<number>()];
  let served = 0;
  let lastMs = startMs;

  async function play(phone: number): Promise<void> {
    await sleep(spanMs * Math.random());
    const { secret, requests } = scriptOf(phone);
    const server = agents[phone % agents.length];
    if (server === undefined) return;
    const headers = { 'x-forwarded-for': addressOf(phone % addresses), authorization: `Device ${secret}` };
    const beganMs = performance.now();
    for (const each of requests) {
      for (let failures = 0; ; ) {
        const answer = await ask(server, each, headers);
        if (answer !== undefined && answer.status < 300) break;
        if (answer !== undefined && !BUSY.has(answer.status)) {
          throw new Error(`${each.method} ${each.path} was answered with ${answer.status}`);
        }
        (answer === undefined ? unanswered : refused).add(phone);
        failures += 1;
        const ownMs = retryDelayMs(failures, Math.random);
        const askedMs = readRetryAfterMs(answer?.retryAfter ?? null, Date.now());
        await sleep(askedMs === undefined ? ownMs : askedDelayMs(askedMs, ownMs, Math.random));
        if (performance.now() - startMs > LIMIT_MS) return;
        const second = Math.floor((performance.now() - startMs) / 1_000);
        returns.set(second, (returns.get(second) ?? 0) + 1);
      }
      served += 1;
    }
    lastMs = performance.now();
    waitsMs.push(lastMs - beganMs);
  }

  try {
    await Promise.all(Array.from({ length: phones }, (_, phone) => play(phone)));
  } finally {
    for (const { agent } of agents) agent.destroy();
  }
  return {
    refused: refused.size,
    unanswered: unanswered.size,
    neverServed: phones - waitsMs.length,
    waitsMs,
    worstSecond: Math.max(0, ...returns.values()),
    servedPerSecond: (served / (lastMs - startMs)) * 1_000,
  };
}

function addressOf(place: number): string {
  return `100.${64 + (place >> 16)}.${(place >> 8) & 255}.${place & 255}`;
}

/** Returns status and wait once the whole answer is there; `undefined` when it is not there in time. */
function ask(
  { url, agent }: { readonly url: string; readonly agent: Agent },
  { method, path, body }: PhoneRequest,
  headers: Readonly<Record<string, string>>,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const sent = request(
      `${url}${path}`,
      {
        agent,
        method,
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(ANSWER_MS),
      },
      (response) => {
        response.on('end', () => {
          const retryAfter = response.headers['retry-after'] ?? null;
          resolve({ status: response.statusCode ?? 0, retryAfter });
        });
        response.on('error', () => resolve(undefined));
        response.resume();
      },
    );
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });
}
