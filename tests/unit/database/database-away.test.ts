import { expect, test } from 'vitest';
import { DatabaseAwayError, isDatabaseAway } from '../../../src/server/db/engine/database-away';

const coded = (code: string, more: object = {}) => Object.assign(new Error('a text'), { code, ...more });

test.each([
  '57P01',
  '57P03',
  '57014',
  '08006',
  '53300',
  '55P03',
  '40P01',
  'ECONNREFUSED',
  'EAI_AGAIN',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
])('%s passes by itself', (code) => {
  expect(isDatabaseAway(coded(code))).toBe(true);
});

test.each(['23505', '42P01', '22001', 'SQLITE_CONSTRAINT', 'SQLITE_CORRUPT', 'FST_ERR_BAD_URL', 'EACCES'])(
  '%s does not',
  (code) => {
    expect(isDatabaseAway(coded(code))).toBe(false);
  },
);

test('what a driver says in words alone has a name, and a missing file is no missing server', () => {
  expect(isDatabaseAway(new DatabaseAwayError('Connection terminated'))).toBe(true);
  expect(isDatabaseAway(coded('ENOENT', { syscall: 'connect' }))).toBe(true);
  expect(isDatabaseAway(coded('ENOENT', { syscall: 'open', path: '/x' }))).toBe(false);
  expect(isDatabaseAway(new Error('planted'))).toBe(false);
  expect(isDatabaseAway('thrown')).toBe(false);
});
