import { isIPv6 } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readDeviceHash } from './device-credential';
import { ProblemError } from './problem-response';

/** Requests in one minute. Many phones of a mobile network share one address, so it may do far more than a device. */
export type RateLimits = {
  readonly syncsPerDevice: number;
  /** Photos, and parts of them. */
  readonly photosPerDevice?: number;
  readonly requestsPerAddress: number;
};

const PHOTOS_PER_DEVICE = 60;
export const DEFAULT_RATE_LIMITS: RateLimits = { syncsPerDevice: 60, requestsPerAddress: 600 };

const WINDOW_MS = 60_000;
/** What a device may ask for so often, all together. */
const DEVICE_ROUTES: ReadonlySet<string> = new Set(['/api/sync', '/api/events']);
const PHOTO_ROUTE = '/api/photos/:id';
/** Addresses and devices counted at once; the least recent is forgotten first, which bounds the memory. */
const COUNTERS = 20_000;

/** Bounds each address on the API, and each device on sync, events and photos. Counted per process: no rule of booking needs it. */
export async function addRateLimits(app: FastifyInstance, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, { global: false, cache: COUNTERS });
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
  app.addHook('onRequest', async (request) => {
    if (!isApi(request)) return;
    refuseExceeded(await countAddress(request));
    if (request.routeOptions.url === PHOTO_ROUTE) refuseExceeded(await countPhotos(request));
    if (!DEVICE_ROUTES.has(request.routeOptions.url ?? '')) return;
    // Judged before the body is read, so that a stranger's megabytes are not.
    refuseExceeded(await countDevice(request));
  });
}

/** By the route where there is one: the path asked for may be spelled otherwise (`/%61pi/sync`). */
function isApi({ routeOptions, url }: FastifyRequest): boolean {
  const path = routeOptions.url ?? url;
  return path === '/api' || path.startsWith('/api/');
}

function refuseExceeded(count: { isAllowed: boolean; isExceeded?: boolean; ttlInSeconds?: number }): void {
  if (count.isExceeded !== true) return;
  throw new ProblemError('rate-limited', { retryAfterSeconds: Math.max(1, count.ttlInSeconds ?? 1) });
}

/** An IPv6 subscriber holds a whole /64: counted as one. */
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
