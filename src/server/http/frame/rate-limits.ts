import { isIPv6 } from 'node:net';
import rateLimit, { type FastifyRateLimitStore, type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describeError } from './describe-error';
import { readDeviceHash } from './device-credential';
import { ProblemError } from './problem-response';
import { RateCounts, type ShareRates, WINDOW_MS } from './rate-counts';

/**
 * Requests in one minute. Many phones of a mobile network share one address, which therefore may send far
 * more than a device.
 */
export type RateLimits = {
  readonly syncsPerDevice: number;
  /** Photos and parts of photos. */
  readonly photosPerDevice?: number;
  /**
   * Transfers, of which each takes space in the database. Counted by address, since anyone can invent
   * devices.
   */
  readonly movesPerAddress?: number;
  readonly requestsPerAddress: number;
};

const PHOTOS_PER_DEVICE = 60;
const MOVES_PER_ADDRESS = 10;
export const DEFAULT_RATE_LIMITS: RateLimits = { syncsPerDevice: 60, requestsPerAddress: 600 };

/** The routes that count together against the limit of a device. */
const DEVICE_ROUTES: ReadonlySet<string> = new Set([
  '/api/sync',
  '/api/events',
  '/api/moves/:id',
  '/api/moves/:id/take',
]);
const MOVE_ROUTE = '/api/moves/:id';
const PHOTO_ROUTE = '/api/photos/:id';
/** How long a process may be unaware of what the others counted. */
const EXCHANGE_MS = 1_000;

/**
 * Limits each address on the API, and each device on sync, events and photos. Counts are kept in memory, so
 * that no request waits for them; `share` exchanges them with the other processes, and without it the process
 * counts alone.
 */
export async function addRateLimits(
  app: FastifyInstance,
  limits: RateLimits,
  share: ShareRates | undefined,
): Promise<void> {
  const counts = new RateCounts();
  await app.register(rateLimit, { global: false, store: storeOf(counts) });
  if (share !== undefined) exchangeNowAndThen(app, counts, share);
  const common = { timeWindow: WINDOW_MS };
  const countAddress = app.createRateLimit({
    ...common,
    max: limits.requestsPerAddress,
    keyGenerator: (request) => `address ${networkOf(request.ip)}`,
  });
  const countDevice = app.createRateLimit({
    ...common,
    max: limits.syncsPerDevice,
    keyGenerator: (request) => `device ${readDeviceHash(request)}`,
  });
  const countPhotos = app.createRateLimit({
    ...common,
    max: limits.photosPerDevice ?? PHOTOS_PER_DEVICE,
    keyGenerator: (request) => `photos ${readDeviceHash(request)}`,
  });
  const countMoves = app.createRateLimit({
    ...common,
    max: limits.movesPerAddress ?? MOVES_PER_ADDRESS,
    keyGenerator: (request) => `moves ${networkOf(request.ip)}`,
  });
  app.addHook('onRequest', async (request) => {
    if (!isApi(request)) return;
    refuseExceeded(await countAddress(request));
    if (request.routeOptions.url === PHOTO_ROUTE) refuseExceeded(await countPhotos(request));
    if (request.routeOptions.url === MOVE_ROUTE && request.method === 'PUT') {
      refuseExceeded(await countMoves(request));
    }
    if (!DEVICE_ROUTES.has(request.routeOptions.url ?? '')) return;
    // Counted before the body is read, so that nobody can make the server read megabytes.
    refuseExceeded(await countDevice(request));
  });
}

function exchangeNowAndThen(app: FastifyInstance, counts: RateCounts, share: ShareRates): void {
  let exchange: Promise<void> = Promise.resolve();
  const exchangeOnce = async () => {
    try {
      await counts.exchange(share, Date.now());
    } catch (error) {
      // The next exchange includes these counts.
      app.log.warn({ error: describeError(error) }, 'rate counts not exchanged');
    }
  };
  const queue = () => {
    exchange = exchange.then(exchangeOnce);
  };
  const timer = setInterval(queue, EXCHANGE_MS).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    queue();
    await exchange;
  });
}

/** Returns one store for all limits, whose keys differ. */
function storeOf(counts: RateCounts): FastifyRateLimitStoreCtor {
  return class Store implements FastifyRateLimitStore {
    incr(...[key, done, , max]: Parameters<FastifyRateLimitStore['incr']>): void {
      done(null, counts.add(key, max, Date.now()));
    }
    child(): FastifyRateLimitStore {
      return this;
    }
  };
}

/** Goes by the route where there is one: the requested path may be spelled otherwise (`/%61pi/sync`). */
function isApi({ routeOptions, url }: FastifyRequest): boolean {
  const path = routeOptions.url ?? url;
  return path === '/api' || path.startsWith('/api/');
}

function refuseExceeded(count: { isAllowed: boolean; isExceeded?: boolean; ttlInSeconds?: number }): void {
  if (count.isExceeded !== true) return;
  throw new ProblemError('rate-limited', { retryAfterSeconds: Math.max(1, count.ttlInSeconds ?? 1) });
}

/** Returns the network by which an address is counted: an IPv6 subscriber has a whole /64. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
    : [];
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
