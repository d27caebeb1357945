import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problemDetailsOf } from '../../../contract/problem';
import { PROBLEMS, type Problem } from '../../../domain/problem';
import { type Refused, type Result, refuse } from '../../../domain/result';
import { describeError } from './describe-error';
import { spreadWaitSeconds } from './spread-wait';

/**
 * A thrown refusal: the only way in which a handler or a guard answers with a problem. `unwrap` throws what a
 * command or a query refused.
 */
export class ProblemError extends Error {
  readonly refused: Refused;

  constructor(problem: Problem, place?: Parameters<typeof refuse>[1]) {
    super(problem);
    this.refused = refuse(problem, place);
  }
}

/** Returns a result that is done; throws a refused result as the problem that answers the request. */
export function unwrap<T>(result: Result<T>): { readonly ok: true } & T {
  if (result.ok) return result;
  const { ok, problem, ...place } = result;
  throw new ProblemError(problem, place);
}

const BUSY_RETRY_SECONDS = 5;

/** The problems that Fastify itself finds before a handler runs. */
const FASTIFY_PROBLEMS: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-supported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request-not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request-not-json',
  // The request was cut off or garbled on its way, not built wrongly: a phone sends it again.
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-malformed',
  FST_ERR_BAD_URL: 'not-found',
};

/** Answers with RFC 9457 problem details. Only this function turns a problem into an HTTP answer. */
export function sendProblem(reply: FastifyReply, refused: Refused): FastifyReply {
  const details = problemDetailsOf(spreadIfBusy(refused));
  const { retryAfterSeconds } = details;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
  if (details.status === 401 && refused.problem in PROBLEMS) void reply.header('www-authenticate', 'Device');
  return reply
    .code(details.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(details);
}

/** A busy server turns many away at once. Other waits are of one person, who is told exactly. */
function spreadIfBusy(refused: Refused): Refused {
  const { problem, retryAfterSeconds } = refused;
  if (problem !== 'server-busy' || retryAfterSeconds === undefined) return refused;
  return { ...refused, retryAfterSeconds: spreadWaitSeconds(retryAfterSeconds) };
}

/** Whether the same request may succeed a little later. */
export type IsPassing = (error: unknown) => boolean;

/**
 * Makes Fastify's error handler. It logs an unexpected error without its message, which could quote a
 * person's data. `isPassing` judges the errors of the rooms behind the frame.
 */
export function answerErrors(isPassing: IsPassing = () => false) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (!isPassing(error)) return answerError(error, request, reply);
    request.log.warn({ error: describeError(error) }, 'the request must come again');
    return answerBusy(reply);
  };
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ProblemError) return sendProblem(reply, error.refused);
  if (error.validation !== undefined) {
    const pointer = error.validation[0]?.instancePath;
    return sendProblem(reply, refuse('request-not-valid', pointer ? { pointer } : {}));
  }
  const known = FASTIFY_PROBLEMS[error.code];
  if (known !== undefined) return sendProblem(reply, refuse(known));
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return sendProblem(reply, refuse('request-not-valid'));
  }
  request.log.error({ error: describeError(error) }, 'request failed');
  return sendProblem(reply, refuse('server-failed'));
}

/** Answers that the server cannot answer in time now, so that the phone asks again. */
export function answerBusy(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, refuse('server-busy', { retryAfterSeconds: BUSY_RETRY_SECONDS }));
}
