import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../../../../contract/staff/auth';
import type { signIn } from '../../../commands/staff/sign-in';
import { findStaffSession } from '../../../queries/staff/session';
import { ProblemError, unwrap } from '../../frame/problem-response';
import type { ServerContext } from '../../server-context';
import { readDeviceToken, readSessionToken, setDeviceCookie, setSessionCookie } from './cookies';
import { signedInOf } from './signed-in';

const MAX_DEVICE_CHARS = 120;
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg\w*\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Opera', /OPR\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Version\/.*Safari\//],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X/],
  ['Linux', /Linux|X11/],
];

/** Describes the requesting browser for the list of sessions, and reads the tokens it was given before. */
export function browserOf(request: FastifyRequest): Parameters<typeof signIn>[1]['browser'] {
  const agent = request.headers['user-agent'] ?? '';
  const find = (list: typeof BROWSERS) => list.find(([, pattern]) => pattern.test(agent))?.[0];
  const names = [find(BROWSERS), find(SYSTEMS)].filter((name) => name !== undefined);
  const device = names.length > 0 ? names.join(', ') : agent.slice(0, MAX_DEVICE_CHARS);
  return {
    address: request.ip,
    device,
    deviceToken: readDeviceToken(request),
    sessionToken: readSessionToken(request),
  };
}

/** Sets the browser's cookies and returns who is signed in; throws a refusal as a problem. */
export async function answerSignedIn(
  context: ServerContext,
  reply: FastifyReply,
  result: Awaited<ReturnType<typeof signIn>>,
): Promise<SignedIn> {
  const { sessionToken, deviceToken } = unwrap(result);
  const session = await findStaffSession(context, sessionToken);
  if (session === undefined) throw new ProblemError('sign-in-needed');
  const seconds = Math.floor((session.endsAt - context.clock()) / 1000);
  setSessionCookie(reply, sessionToken, seconds);
  setDeviceCookie(reply, deviceToken);
  return signedInOf(context, session);
}
