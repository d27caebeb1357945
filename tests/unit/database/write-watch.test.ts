import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { isWritingStuck, writeEnds, writeStarts } from '../../../src/server/db/engine/write-watch';
import type { Tables } from '../../../src/server/db/schema/tables';

/** Only told apart from others. */
const database = () => ({}) as Kysely<Tables>;

test('a group that is held up is told, one under way is not', () => {
  const db = database();
  expect(isWritingStuck(db, 0)).toBe(false);
  writeStarts(db, 1_000);
  expect(isWritingStuck(db, 6_000)).toBe(false);
  expect(isWritingStuck(db, 6_001)).toBe(true);
  expect(isWritingStuck(database(), 6_001)).toBe(false);
  writeEnds(db, false, 7_000);
  expect(isWritingStuck(db, 60_000)).toBe(false);
});

test('a failure of the database tells until a write succeeds, or nobody tried for long', () => {
  const db = database();
  writeStarts(db, 0);
  writeEnds(db, true, 1_000);
  expect(isWritingStuck(db, 30_999)).toBe(true);
  expect(isWritingStuck(db, 31_000)).toBe(false);
  writeStarts(db, 2_000);
  writeEnds(db, false, 2_001);
  expect(isWritingStuck(db, 2_002)).toBe(false);
});
