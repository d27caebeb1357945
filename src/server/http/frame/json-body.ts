import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { MAX_BODY_BYTES } from '../../../contract/version';
import { ProblemError } from './problem-response';

/**
 * Accepts only JSON in UTF-8. Bytes that are not UTF-8 are refused: a lenient decoder would turn them into
 * U+FFFD, and the server would store something else than what was sent. Keys named `__proto__` and
 * `constructor.prototype` are refused too.
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request, body, done) => {
      if (!isUtf8(body)) return done(new ProblemError('request-not-json'));
      void parse(request, body.toString('utf8'), done);
    },
  );
}
