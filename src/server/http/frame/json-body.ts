import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { MAX_BODY_BYTES } from '../../../contract/version';
import { ProblemError } from './problem-response';

/**
 * Accepts JSON in UTF-8 and nothing else. Bytes that are not UTF-8 are refused: decoded leniently they would become
 * U+FFFD, and what is stored would not be what was sent. `__proto__` and `constructor.prototype` keys are refused too.
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
