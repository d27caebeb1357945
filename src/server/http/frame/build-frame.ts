import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { MAX_BODY_BYTES } from '../../../contract/version';
import { closeIdleConnections } from './close-idle-connections';
import { requireOneHost } from './host-header';
import { acceptJsonOnly } from './json-body';
import { validateLazily } from './lazy-validation';
import { answerMalformed } from './malformed-request';
import { answerUnknownPaths } from './not-found';
import { answerBusy, answerErrors, type IsPassing } from './problem-response';
import type { ShareRates } from './rate-counts';
import { addRateLimits, DEFAULT_RATE_LIMITS, type RateLimits } from './rate-limits';
import { logRequests } from './request-log';
import { addSecurityHeaders } from './security-headers';
import { addWebFiles } from './web-files';

export type FrameOptions = {
  /** Absolute path of the built app; without it only the API is served. */
  readonly webRoot?: string;
  readonly isBehindTls?: boolean;
  /** Whose `X-Forwarded-For` is believed: hops in front, or their addresses. Nobody's by default. */
  readonly trustProxy?: number | readonly string[];
  readonly rateLimits?: RateLimits;
  /** With the other processes; without it each counts alone. */
  readonly shareRates?: ShareRates;
  /** Errors after which the same request may succeed: a 503 instead of a 500. */
  readonly isPassing?: IsPassing;
  readonly logger?: FastifyBaseLogger;
};

const REQUEST_TIMEOUT_MS = 60_000;
/** Mean delay at which new requests are turned away rather than left to time out at the phone (10 s). */
const MAX_EVENT_LOOP_DELAY_MS = 2_000;
/** Longer than that delay, or a sample would hold no turn of a busy loop at all. */
const PRESSURE_SAMPLE_MS = 5_000;

/** All of the server that knows nothing of bookings: limits, headers, problems, files of the app. Routes come after. */
export async function buildFrame(options: FrameOptions): Promise<FastifyInstance> {
  const { webRoot, logger } = options;
  const answerError = answerErrors(options.isPassing);
  const app: FastifyInstance = fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxies(options.trustProxy ?? 0),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // What arrives while the server stops is still answered: the database closes last.
    return503OnClosing: false,
    clientErrorHandler: answerMalformed,
    // Judged by a hook of our own, with a problem in its answer.
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
  // Whoever expects more than to go on is answered as if it did not (RFC 9110, 10.1.1): Node's own refusal has no words.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  await addSecurityHeaders(app, { webRoot, isBehindTls: options.isBehindTls ?? false });
  await app.register(underPressure, {
    maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS,
    sampleInterval: PRESSURE_SAMPLE_MS,
    pressureHandler: (_request, reply, _type, delayMs) => {
      // Without any turn in a sample the delay is said to be endless: the machine slept or stood still, and now it is over.
      if (delayMs !== Number.POSITIVE_INFINITY) void answerBusy(reply);
    },
  });
  await addRateLimits(app, options.rateLimits ?? DEFAULT_RATE_LIMITS, options.shareRates);
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  if (webRoot !== undefined) await addWebFiles(app, webRoot);
  return app;
}

type TrustProxy = string[] | ((address: string, hop: number) => boolean);

function trustProxies(proxies: number | readonly string[]): TrustProxy {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}
