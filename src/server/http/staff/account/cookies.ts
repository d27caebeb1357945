import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * `__Host-`: browsers take it only over https (or on localhost), for this host and the whole of it, so that no sister
 * site can plant one. Over plain http elsewhere nobody can sign in, by design.
 */
export const SESSION_COOKIE = '__Host-mpp';
/** Cookies know no ports: at the same host practice and real city would else overwrite each other's. */
const PRACTICE_COOKIE = '__Host-latihan';
const NAME = 'sessionCookie';
/** Says which browser it is, not who: known ones are not slowed by strangers' attempts at the same name. */
const KNOWN = '-known';
const GUARD = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;
const DEVICE_SECONDS = 180 * 86_400;

/** Reads and sets cookies; nothing else of the server uses any. */
export async function addStaffCookies(app: FastifyInstance, isPractice: boolean): Promise<void> {
  app.decorate(NAME, isPractice ? PRACTICE_COOKIE : SESSION_COOKIE);
  await app.register(cookie);
}

export function readSessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[nameOf(request)];
}

/** Kept for as long as the session may last: a crew's phone closes its browser many times a day. */
export function setSessionCookie(reply: FastifyReply, token: string, seconds: number): void {
  void reply.setCookie(nameOf(reply), token, { ...GUARD, maxAge: seconds });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(nameOf(reply), GUARD);
}

export function readDeviceToken(request: FastifyRequest): string | undefined {
  return request.cookies[nameOf(request) + KNOWN];
}

export function setDeviceCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(nameOf(reply) + KNOWN, token, { ...GUARD, maxAge: DEVICE_SECONDS });
}

function nameOf({ server }: FastifyRequest | FastifyReply): string {
  return server.getDecorator<string>(NAME);
}
