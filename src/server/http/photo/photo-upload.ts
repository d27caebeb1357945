import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PhotoAnswer, photoAnswer } from '../../../contract/photo';
import { photoDigest } from '../../../contract/scalars';
import { MAX_PHOTO_BYTES, type PhotoDigest } from '../../../domain/photo/photo';
import { receivePhoto } from '../../commands/photo/receive-photo';
import { readContentRange } from '../frame/content-range';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError, unwrap } from '../frame/problem-response';
import { problemAnswers } from '../frame/problem-schema';
import type { ServerContext } from '../server-context';

type PhotoRequest = FastifyRequest<{ Params: { id: PhotoDigest } }>;

/**
 * Adds a route that takes photos in parts. It has a Fastify context of its own, since only here a body is
 * bytes instead of JSON. The media type is ignored: the bytes themselves say what they are.
 */
export function addPhotoUpload(
  app: FastifyInstance,
  context: ServerContext,
  route: {
    /** Ends in `:id`, the SHA-256 of the photo. */
    readonly url: string;
    readonly summary: string;
    readonly security: readonly Record<string, readonly string[]>[];
    /** Returns whose photo it is, which only the credential says. */
    readonly ownerOf: (request: FastifyRequest) => string | Promise<string>;
  },
): void {
  void app.register((room, _options, done) => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser<Buffer>(
      '*',
      { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    room.setErrorHandler((error: { code?: string }) => {
      throw error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? new ProblemError('photo-too-large') : error;
    });
    room.put<{ Params: { id: PhotoDigest }; Reply: PhotoAnswer }>(route.url, {
      bodyLimit: MAX_PHOTO_BYTES,
      schema: {
        summary: route.summary,
        security: route.security,
        params: { type: 'object', properties: { id: jsonSchemaOf(photoDigest) }, required: ['id'] },
        body: { content: { 'image/*': { schema: {} } } },
        response: {
          '200': jsonSchemaOf(photoAnswer),
          '201': jsonSchemaOf(photoAnswer),
          '202': jsonSchemaOf(photoAnswer),
          ...problemAnswers,
        },
      },
      handler: async (request, reply) => answerPart(context, await route.ownerOf(request), request, reply),
    });
    done();
  });
}

async function answerPart(
  context: ServerContext,
  owner: string,
  request: PhotoRequest,
  reply: FastifyReply,
): Promise<PhotoAnswer> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const range = readContentRange(request.headers['content-range'], bytes.length);
  const key = { owner, sha256: request.params.id };
  const { received, isComplete, isNew } = unwrap(await receivePhoto(context, key, { ...range, bytes }));
  void reply.code(isComplete ? (isNew ? 201 : 200) : 202);
  return isComplete ? { received, isComplete } : { received };
}
