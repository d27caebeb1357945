import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import {
  type PasskeyAnswer,
  type PasskeyRegistration,
  passkeyAnswer,
  passkeyRegistration,
  passkeyRow,
  type SignedIn,
  signedIn,
} from '../../../../contract/staff/auth';
import { beginPasskeySignIn, signInWithPasskey } from '../../../commands/staff/passkey-sign-in';
import { beginPasskey, registerPasskey } from '../../../commands/staff/register-passkey';
import { removePasskey } from '../../../commands/staff/remove-passkey';
import { listPasskeys } from '../../../queries/staff/passkeys';
import { jsonSchemaOf } from '../../frame/json-schema';
import { unwrap } from '../../frame/problem-response';
import type { ServerContext } from '../../server-context';
import { staffProblemAnswers } from '../problem-schema';
import { requirePermission } from '../session';
import { answerSignedIn, browserOf } from './browser';
import { originOf } from './origin';

const list = { 200: jsonSchemaOf(v.object({ passkeys: v.array(passkeyRow) })), ...staffProblemAnswers };
const params = jsonSchemaOf(v.strictObject({ id: v.pipe(v.string(), v.maxLength(1_400)) }));
/** What the browser's `PublicKeyCredential.parse...FromJSON` takes (W3C, Web Authentication Level 3). */
const options = {
  200: { type: 'object', description: 'Options of Web Authentication, as JSON' },
  ...staffProblemAnswers,
};

/** `/api/staff/passkeys`: a member's own passkeys, and signing in with one. */
export function addStaffPasskeys(app: FastifyInstance, context: ServerContext): void {
  app.get('/api/staff/passkeys', {
    schema: { summary: 'My passkeys', response: list },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'own-account');
      return { passkeys: await listPasskeys(context, me.id) };
    },
  });
  app.post('/api/staff/passkeys/register-options', {
    schema: { summary: 'Begin to make a passkey', response: options },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'own-account');
      return beginPasskey(context, me, partyOf(request));
    },
  });
  app.post<{ Body: PasskeyRegistration }>('/api/staff/passkeys/register', {
    schema: { summary: 'Keep a new passkey', body: jsonSchemaOf(passkeyRegistration), response: list },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'own-account');
      const { device, address } = browserOf(request);
      const made = { answer: request.body, device, address };
      unwrap(await registerPasskey(context, me, partyOf(request), made));
      return { passkeys: await listPasskeys(context, me.id) };
    },
  });
  app.delete<{ Params: { id: string } }>('/api/staff/passkeys/:id', {
    schema: { summary: 'Remove one of my passkeys', params, response: list },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'own-account');
      unwrap(await removePasskey(context, { id: me.id, address: request.ip }, request.params.id));
      return { passkeys: await listPasskeys(context, me.id) };
    },
  });
  app.post('/api/staff/passkeys/sign-in-options', {
    schema: { summary: 'Begin to sign in with a passkey', response: options },
    handler: (request) => beginPasskeySignIn(context, partyOf(request)),
  });
  app.post<{ Body: PasskeyAnswer; Reply: SignedIn }>('/api/staff/passkeys/sign-in', {
    schema: {
      summary: 'Sign in with a passkey',
      body: jsonSchemaOf(passkeyAnswer),
      response: { 200: jsonSchemaOf(signedIn), ...staffProblemAnswers },
    },
    handler: async (request, reply) => {
      const asked = [partyOf(request), request.body, browserOf(request)] as const;
      return answerSignedIn(context, reply, await signInWithPasskey(context, ...asked));
    },
  });
}

/**
 * A passkey belongs to the host on which it was made, so that a proxy and a local machine work without a
 * setting.
 */
function partyOf(request: FastifyRequest): { id: string; origin: string } {
  const origin = originOf(request);
  return { id: new URL(origin).hostname, origin };
}
