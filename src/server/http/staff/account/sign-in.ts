import type { FastifyInstance } from 'fastify';
import { type SignedIn, type SignInRequest, signedIn, signInRequest } from '../../../../contract/staff/auth';
import { signIn } from '../../../commands/staff/sign-in';
import { jsonSchemaOf } from '../../frame/json-schema';
import { networkOf } from '../../frame/rate-limits';
import type { ServerContext } from '../../server-context';
import { staffProblemAnswers } from '../problem-schema';
import { answerSignedIn, browserOf } from './browser';

/** `POST /api/staff/sign-in`: takes a name, a password and, where needed, a code. */
export function addStaffSignIn(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Body: SignInRequest; Reply: SignedIn }>('/api/staff/sign-in', {
    schema: {
      summary: 'Sign in with a password',
      body: jsonSchemaOf(signInRequest),
      response: { 200: jsonSchemaOf(signedIn), ...staffProblemAnswers },
    },
    handler: async (request, reply) => {
      const { signInName, password, code } = request.body;
      const browser = browserOf(request);
      const asked = { signInName, password, code, address: networkOf(request.ip), browser };
      return answerSignedIn(context, reply, await signIn(context, asked));
    },
  });
}
