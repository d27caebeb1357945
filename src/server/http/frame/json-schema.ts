import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/** Returns the JSON Schema of a contract's schema, for Fastify's validator and for the API's document. */
export function jsonSchemaOf(schema: GenericSchema): Record<string, unknown> {
  // A brand is a transformation, and what crosses the wire is its input.
  const { $schema: _, ...jsonSchema } = toJsonSchema(schema, { typeMode: 'input' });
  return jsonSchema;
}
