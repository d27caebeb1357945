import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { StaffProblemDetails } from '../../../contract/problem';
import { PROBLEMS, type Problem, statusOf } from '../../../domain/problem';
import { describeError } from './describe-error';

type Place = { readonly pointer?: string; readonly retryAfterSeconds?: number; readonly received?: number };

/** Thrown anywhere in a request to answer it with this problem. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly place: Place = {},
  ) {
    super(problem);
  }
}

const BUSY_RETRY_SECONDS = 5;

/** What Fastify itself finds wrong before a handler runs. */
const FASTIFY_PROBLEMS: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-supported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request-not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request-not-json',
  // Cut off or garbled on its way, not wrongly made: a phone sends it again.
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-malformed',
  FST_ERR_BAD_URL: 'not-found',
};

/** Answers with RFC 9457 problem details; the one place that turns a code into HTTP. */
export function sendProblem(reply: FastifyReply, problem: Problem, place: Place = {}): FastifyReply {
  const details = detailsOf(problem, place);
  if (place.retryAfterSeconds !== undefined) void reply.header('retry-after', place.retryAfterSeconds);
  if (details.status === 401 && problem in PROBLEMS) void reply.header('www-authenticate', 'Device');
  return reply
    .code(details.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(details);
}

/** The body of an answer, RFC 9457. */
export function detailsOf(problem: Problem, place: Place = {}): StaffProblemDetails {
  return {
    type: `urn:mpp-mobile:problem:${problem}`,
    title: titleOf(problem),
    status: statusOf(problem),
    code: problem,
    ...place,
  };
}

/** Fastify's error handler. What nobody expected is logged without its message, which could quote a person's data. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ProblemError) return sendProblem(reply, error.problem, error.place);
  if (error.validation !== undefined) {
    const pointer = error.validation[0]?.instancePath;
    return sendProblem(reply, 'request-not-valid', pointer ? { pointer } : {});
  }
  const known = FASTIFY_PROBLEMS[error.code];
  if (known !== undefined) return sendProblem(reply, known);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return sendProblem(reply, 'request-not-valid');
  }
  request.log.error({ error: describeError(error) }, 'request failed');
  return sendProblem(reply, 'server-failed');
}

/** The server does not answer in time now: the phone asks again. */
export function answerBusy(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 'server-busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
}

/** Short and English, for whoever reads a log; a person reads the words of web/copy. */
function titleOf(problem: Problem): string {
  const words = problem.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
