import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/** The JSON Schema of a contract's schema: for Fastify's validator and the API's document alike. */
export function jsonSchemaOf(schema: GenericSchema): Record<string, unknown> {
  // Brands are transformations; what crosses the wire is the input.
  const { $schema: _, ...jsonSchema } = toJsonSchema(schema, { typeMode: 'input' });
  return jsonSchema;
}
