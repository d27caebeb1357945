import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { MAX_BODY_BYTES, TIME_HEADER } from '../../../contract/version';
import { closeIdleConnections } from './close-idle-connections';
import { requireOneHost } from './host-header';
import { acceptJsonOnly } from './json-body';
import type { FindKnownDevices } from './known-devices';
import { validateLazily } from './lazy-validation';
import { answerMalformed } from './malformed-request';
import { answerUnknownPaths } from './not-found';
import { answerBusy, answerErrors, type IsPassing } from './problem-response';
import type { ShareRates } from './rate-counts';
import { addRateLimits, DEFAULT_RATE_LIMITS, type RateLimits } from './rate-limits';
import { logRequests } from './request-log';
import { isApiUrl } from './request-path';
import { addSecurityHeaders } from './security-headers';
import { addWebFiles } from './web-files';

export type FrameOptions = {
  /** The absolute path of the built app; without it the server serves only the API. */
  readonly webRoot?: string;
  readonly isBehindTls?: boolean;
  /** Whether every host name below the server's is reached over TLS too. */
  readonly hasTlsSubdomains?: boolean;
  /** The time by which this server judges, Unix milliseconds; by default that of this machine. */
  readonly clock?: () => number;
  /** Which proxies' `X-Forwarded-For` is trusted: the number of hops, or their addresses. By default none. */
  readonly trustProxy?: number | readonly string[];
  readonly rateLimits?: RateLimits;
  /** Shares the counts with the other processes; without it each process counts alone. */
  readonly shareRates?: ShareRates;
  /** Finds the devices that count by themselves; without it all devices of an address share its limit. */
  readonly findKnownDevices?: FindKnownDevices;
  /** Judges after which errors the same request may succeed: they are answered with 503 instead of 500. */
  readonly isPassing?: IsPassing;
  readonly logger?: FastifyBaseLogger;
};

const REQUEST_TIMEOUT_MS = 60_000;
/**
 * At this mean delay the server turns new requests away, rather than let them time out on the phone (10 s).
 */
const MAX_EVENT_LOOP_DELAY_MS = 2_000;
/** Longer than that delay: otherwise a sample might hold not even one turn of a busy loop. */
const PRESSURE_SAMPLE_MS = 5_000;

/**
 * Builds the part of the server that knows no booking: limits, headers, problems, the app's files. Routes
 * follow.
 */
export async function buildFrame(options: FrameOptions): Promise<FastifyInstance> {
  const { webRoot, logger } = options;
  const answerError = answerErrors(options.isPassing);
  const app: FastifyInstance = fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxies(options.trustProxy ?? 0),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // A request that arrives while the server stops is still answered: the database closes last.
    return503OnClosing: false,
    clientErrorHandler: answerMalformed,
    // A hook of our own checks it (host-header.ts) and answers with a problem.
    http: { requireHostHeader: false },
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  app.setErrorHandler(answerError);
  app.setValidatorCompiler(validateLazily());
  app.setSerializerCompiler(() => JSON.stringify);
  acceptJsonOnly(app);
  answerUnknownPaths(app, webRoot !== undefined);
  logRequests(app);
  requireOneHost(app);
  closeIdleConnections(app);
  // An `Expect` header with anything but 100-continue is ignored (RFC 9110, 10.1.1): Node's own refusal has
  // no body.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  await addSecurityHeaders(app, {
    webRoot,
    isBehindTls: options.isBehindTls ?? false,
    hasTlsSubdomains: options.hasTlsSubdomains ?? false,
  });
  tellTime(app, options.clock ?? Date.now);
  await app.register(underPressure, {
    maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS,
    sampleInterval: PRESSURE_SAMPLE_MS,
    pressureHandler: (_request, reply, _type, delayMs) => {
      // A sample without any turn reports an infinite delay: the machine slept or stood still, and that is
      // over now.
      if (delayMs !== Number.POSITIVE_INFINITY) void answerBusy(reply);
    },
  });
  await addRateLimits(app, options.rateLimits ?? DEFAULT_RATE_LIMITS, {
    share: options.shareRates,
    findKnown: options.findKnownDevices,
  });
  app.addHook('onSend', async (request, reply) => {
    if (isApiUrl(request.url)) void reply.header('cache-control', 'no-store');
  });
  if (webRoot !== undefined) await addWebFiles(app, webRoot);
  return app;
}

/** Tells the time with every answer, refusals as well, since the clock of a phone may be years off. */
function tellTime(app: FastifyInstance, clock: () => number): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isApiUrl(request.url)) reply.raw.setHeader(TIME_HEADER, String(clock()));
    done();
  });
}

type TrustProxy = string[] | ((address: string, hop: number) => boolean);

function trustProxies(proxies: number | readonly string[]): TrustProxy {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}
