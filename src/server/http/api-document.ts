import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { command } from '../../contract/commands';
import { CONTRACT_VERSION } from '../../contract/version';
import { jsonSchemaOf } from './frame/json-schema';

/** `GET /api/openapi.json`: OpenAPI 3.1, made from the schemas that validate the requests. */
export async function addApiDocument(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'MPP Mobile', version: `${CONTRACT_VERSION}.0.0` },
      components: {
        // Each command is validated on its own when it runs, so that a bad one never blocks the rest of its
        // sync.
        schemas: { Command: jsonSchemaOf(command) },
        securitySchemes: {
          device: {
            type: 'apiKey',
            in: 'header',
            name: 'Authorization',
            description: '`Device <secret>`: the random secret of a phone, 22 to 43 base64url characters',
          },
        },
      },
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
