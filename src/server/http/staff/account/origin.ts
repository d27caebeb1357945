import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../frame/problem-response';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses every write under /api/staff/ that a page of another origin could have caused. `SameSite=Strict` already
 * keeps the cookie from them; a sister site under the same domain it does not, and that is what this is for.
 */
export function refuseOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    // The route's own path: the one asked for may be spelled otherwise (`/api/%73taff/...`).
    if (request.routeOptions.url?.startsWith('/api/staff/')) requireSameOrigin(request);
  });
}

/**
 * Browsers set `Sec-Fetch-Site` themselves and no page can; it is judged first, since a proxy may rename the host. It is
 * missing on plain http (but for localhost): then `Origin` must name the host that was asked.
 */
export function requireSameOrigin(request: FastifyRequest): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const isSame = site === undefined ? isHostOfOrigin(request) : site === 'same-origin';
  if (!isSame) throw new ProblemError('origin-not-valid');
}

/** The origin that the browser sees, `https://...`: behind a proxy only the browser itself knows its scheme. */
export function originOf(request: FastifyRequest): string {
  const { origin } = request.headers;
  return origin !== undefined && URL.canParse(origin)
    ? new URL(origin).origin
    : `${request.protocol}://${request.host}`;
}

/** Both read as URLs of one scheme: `http://localhost:80` is the host `localhost`. */
function isHostOfOrigin({ headers: { origin }, host }: FastifyRequest): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === originHost;
}
