import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../frame/problem-response';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses every write under /api/staff/ that a page of another origin could have caused. `SameSite=Strict`
 * already withholds the cookie from other sites, but not from a sister site under the same domain; this
 * refuses that one too.
 */
export function refuseOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    // Goes by the route's path: the requested path may be spelled otherwise (`/api/%73taff/...`).
    if (request.routeOptions.url?.startsWith('/api/staff/')) requireSameOrigin(request);
  });
}

/**
 * Browsers set `Sec-Fetch-Site` themselves, and no page can. It is checked first, since a proxy may rename
 * the host. It is missing on plain http (except localhost): then `Origin` must name the requested host.
 */
export function requireSameOrigin(request: FastifyRequest): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const isSame = site === undefined ? isHostOfOrigin(request) : site === 'same-origin';
  if (!isSame) throw new ProblemError('origin-not-valid');
}

/** Returns the origin that the browser sees: behind a proxy only the browser itself knows its scheme. */
export function originOf(request: FastifyRequest): string {
  const { origin } = request.headers;
  return origin !== undefined && URL.canParse(origin)
    ? new URL(origin).origin
    : `${request.protocol}://${request.host}`;
}

/** Compares both as URLs of one scheme, in which `http://localhost:80` is the host `localhost`. */
function isHostOfOrigin({ headers: { origin }, host }: FastifyRequest): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === originHost;
}
