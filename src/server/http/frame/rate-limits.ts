import { isIPv6 } from 'node:net';
import rateLimit, { type FastifyRateLimitStore, type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describeError } from './describe-error';
import { findDeviceHash, readDeviceHash } from './device-credential';
import { type FindKnownDevices, KnownDevices } from './known-devices';
import { ProblemError } from './problem-response';
import { RateCounts, type ShareRates, WINDOW_MS } from './rate-counts';
import { spreadWaitSeconds } from './spread-wait';

/**
 * Requests in one minute. A carrier puts many hundred phones behind one address, so a phone that the database
 * knows counts by itself, and the others share a budget of their own.
 */
export type RateLimits = {
  readonly syncsPerDevice: number;
  /** Photos and parts of photos. */
  readonly photosPerDevice?: number;
  /**
   * Transfers, of which each takes space in the database: of each known device, and of all strange ones of an
   * address together.
   */
  readonly movesPerAddress?: number;
  /** All that is not a phone's: staff, documents, unknown paths. */
  readonly requestsPerAddress: number;
  /**
   * Requests of all phones of an address that this process does not remember as known: once they are spent, the
   * database decides who may go on. Reads of the windows and the city, which name no phone, count apart.
   */
  readonly newPhonesPerAddress?: number;
  /**
   * Requests of all known phones of an address: beyond what people send, and an end for a stranger who books
   * with many devices to let each of them count by itself.
   */
  readonly knownPhonesPerAddress?: number;
};

const PHOTOS_PER_DEVICE = 60;
const MOVES_PER_ADDRESS = 10;
export const DEFAULT_RATE_LIMITS = {
  syncsPerDevice: 60,
  requestsPerAddress: 600,
  newPhonesPerAddress: 6_000,
  knownPhonesPerAddress: 30_000,
} as const satisfies RateLimits;

/** The routes that count together against the limit of a device. */
const DEVICE_ROUTES: ReadonlySet<string> = new Set([
  '/api/sync',
  '/api/events',
  '/api/moves/:id',
  '/api/moves/:id/take',
]);
const MOVE_ROUTE = '/api/moves/:id';
const PHOTO_ROUTE = '/api/photos/:id';
/** What phones read without saying which one they are. */
const OPEN_ROUTES: ReadonlySet<string> = new Set(['/api/availability', '/api/city']);
/** How long a process may be unaware of what the others counted. */
const EXCHANGE_MS = 1_000;

/** What the other rooms give to the limits. */
export type RateParts = {
  /** Exchanges the counts with the other processes; without it this one counts alone. */
  readonly share?: ShareRates | undefined;
  /** Without it every device is a stranger. */
  readonly findKnown?: FindKnownDevices | undefined;
};

/**
 * Limits each address on the API, and each device on sync, events and photos. Counts are kept in memory, so
 * that no request waits for them; whether a device is known is asked of the database until it is.
 */
export async function addRateLimits(
  app: FastifyInstance,
  limits: RateLimits,
  { share, findKnown = async () => [] }: RateParts,
): Promise<void> {
  const counts = new RateCounts();
  const known = new KnownDevices(findKnown);
  await app.register(rateLimit, { global: false, store: storeOf(counts) });
  if (share !== undefined) exchangeNowAndThen(app, counts, share);
  const count = (max: number, name: string, of: (request: FastifyRequest) => string) => {
    const keyGenerator = (request: FastifyRequest) => `${name} ${of(request)}`;
    return app.createRateLimit({ timeWindow: WINDOW_MS, max, keyGenerator });
  };
  const limit = (...limited: Parameters<typeof count>) => {
    const add = count(...limited);
    return async (request: FastifyRequest) => refuseExceeded(await add(request));
  };
  const addressOf = ({ ip }: FastifyRequest) => networkOf(ip);
  const { newPhonesPerAddress, knownPhonesPerAddress } = { ...DEFAULT_RATE_LIMITS, ...limits };
  const moves = limits.movesPerAddress ?? MOVES_PER_ADDRESS;
  const countAddress = limit(limits.requestsPerAddress, 'address', addressOf);
  const addNewPhone = count(newPhonesPerAddress, 'new phones', addressOf);
  const countRead = limit(newPhonesPerAddress, 'reads', addressOf);
  const countKnownPhone = limit(knownPhonesPerAddress, 'known phones', addressOf);
  const countDevice = limit(limits.syncsPerDevice, 'device', readDeviceHash);
  const countPhotos = limit(limits.photosPerDevice ?? PHOTOS_PER_DEVICE, 'photos', readDeviceHash);
  const countMoves = limit(moves, 'moves', addressOf);
  const countMovesOfKnown = limit(moves, 'moves of', readDeviceHash);

  async function countOwn(request: FastifyRequest, route: string, isKnown: boolean): Promise<void> {
    if (route === PHOTO_ROUTE) await countPhotos(request);
    else await countDevice(request);
    if (route !== MOVE_ROUTE || request.method !== 'PUT') return;
    await (isKnown ? countMovesOfKnown : countMoves)(request);
  }

  /** Counts a phone that is not remembered with the strangers of its address, and refuses a stranger beyond them. */
  async function isKnownPhone(request: FastifyRequest, route: string): Promise<boolean> {
    const device = findDeviceHash(request);
    if (device !== undefined && known.remembers(device, Date.now())) return true;
    // A stranger's devices come after his address: he makes up as many as he likes.
    const strangers: Counted = await addNewPhone(request);
    const decides = strangers.isExceeded === true || (route === MOVE_ROUTE && request.method === 'PUT');
    if (device !== undefined && decides && (await known.has(device, Date.now()))) return true;
    refuseExceeded(strangers);
    if (device !== undefined) known.learn(device, Date.now());
    return false;
  }

  // Counted before the body is read, so that nobody can make the server read megabytes.
  app.addHook('onRequest', async (request) => {
    if (!isApi(request)) return;
    const route = request.routeOptions.url ?? '';
    if (OPEN_ROUTES.has(route)) return countRead(request);
    if (!DEVICE_ROUTES.has(route) && route !== PHOTO_ROUTE) return countAddress(request);
    const isKnown = await isKnownPhone(request, route);
    // What a phone is refused by its own limit takes nothing from its neighbours.
    await countOwn(request, route, isKnown);
    if (isKnown) await countKnownPhone(request);
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

/** What the library says of one request. */
type Counted = { readonly isAllowed: boolean; readonly isExceeded?: boolean; readonly ttlInSeconds?: number };

function refuseExceeded(count: Counted): void {
  if (count.isExceeded !== true) return;
  const endsInSeconds = Math.max(1, count.ttlInSeconds ?? 1);
  throw new ProblemError('rate-limited', { retryAfterSeconds: spreadWaitSeconds(endsInSeconds) });
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
