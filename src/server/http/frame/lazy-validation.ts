import AjvCompiler from '@fastify/ajv-compiler';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';

type Part = Parameters<FastifySchemaCompiler<FastifySchema>>[0];
type Check = ReturnType<FastifySchemaCompiler<FastifySchema>>;

// A value is validated as it was sent: nothing is coerced, dropped or filled in.
const AS_SENT = { removeAdditional: false, coerceTypes: false, useDefaults: false };

/**
 * Compiles each schema when the first request needs it. To compile all at once takes half of the time of a
 * start, and the server answers nobody until then.
 */
export function validateLazily(): FastifySchemaCompiler<FastifySchema> {
  // Its types accept only a schema, but it takes what Fastify hands on (`lib/validator-compiler.js`).
  const compile = AjvCompiler()({}, { customOptions: AS_SENT }) as unknown as (part: Part) => Check;
  return (part) => {
    let compiled: Check | undefined;
    const check: Check = (data) => {
      compiled ??= compile(part);
      const outcome = compiled(data);
      check.errors = compiled.errors ?? null;
      return outcome;
    };
    return check;
  };
}
