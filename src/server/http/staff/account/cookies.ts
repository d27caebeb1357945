import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Browsers accept a `__Host-` cookie only over https (or on localhost), and only from this host itself, so
 * that no sister site can plant one. Over plain http anywhere else nobody can sign in, by design.
 */
export const SESSION_COOKIE = '__Host-mpp';
/**
 * Cookies ignore ports: on one host the practice city and the real city would overwrite each other's cookie.
 */
const PRACTICE_COOKIE = '__Host-latihan';
const NAME = 'sessionCookie';
/**
 * Identifies a browser, not a person: strangers' attempts at a name do not slow a browser known for that
 * name.
 */
const KNOWN = '-known';
const GUARD = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;
const DEVICE_SECONDS = 180 * 86_400;

/** Makes cookies readable and settable. Only the staff app's sign-in uses cookies. */
export async function addStaffCookies(app: FastifyInstance, isPractice: boolean): Promise<void> {
  app.decorate(NAME, isPractice ? PRACTICE_COOKIE : SESSION_COOKIE);
  await app.register(cookie);
}

export function readSessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[nameOf(request)];
}

/**
 * The cookie lives as long as the session may last, since a crew's phone closes its browser many times a day.
 */
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
