import * as v from 'valibot';

/** More members than any object here has. */
const MAX_ROUNDS = 60;

/**
 * Reads what a newer server may have written: members that this app does not know are set aside, wherever they
 * stand. Returns `undefined` where what it does know is not valid.
 */
export function readKnown<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> | undefined {
  const copy: unknown = JSON.parse(JSON.stringify(input ?? null));
  // A strict object names one member that it does not know at a time.
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const read = v.safeParse(schema, copy);
    if (read.success) return read.output;
    if (!dropUnknown(read.issues)) return undefined;
  }
  return undefined;
}

/** Reads the items of a list that this app knows, as `readKnown` does; the others are returned as they came. */
export function readItems<Schema extends v.GenericSchema>(
  schema: Schema,
  items: readonly unknown[],
): { readonly known: v.InferOutput<Schema>[]; readonly aside: unknown[] } {
  const known: v.InferOutput<Schema>[] = [];
  const aside: unknown[] = [];
  for (const item of items) {
    const read = v.safeParse(schema, item);
    const output = read.success ? read.output : readKnown(schema, item);
    if (output === undefined) aside.push(item);
    else known.push(output);
  }
  return { known, aside };
}

function dropUnknown(issues: readonly v.BaseIssue<unknown>[]): boolean {
  const unknown = issues.flatMap(({ type, expected, path }) => {
    const last = path?.[path.length - 1];
    return type === 'strict_object' && expected === 'never' && last !== undefined ? [last] : [];
  });
  for (const { input, key } of unknown) Reflect.deleteProperty(Object(input), String(key));
  return unknown.length > 0;
}
