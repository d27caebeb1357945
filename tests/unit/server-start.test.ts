import { expect, test } from 'vitest';
import { startTrouble } from '../../src/server/start/start-trouble';

test.each([
  [{ syscall: 'listen', code: 'EADDRINUSE', port: 8080 }, 'Port 8080 is in use'],
  [{ syscall: 'listen', code: 'EACCES', port: 80 }, 'may not use port 80'],
  [{ syscall: 'connect', code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 }, '127.0.0.1:5432'],
  [{ syscall: 'chmod', code: 'EPERM', path: '/srv/data' }, 'may not change /srv/data'],
  [{ code: 'SQLITE_FULL' }, 'The disk is full'],
])('says %j in words', (system, words) => {
  expect(startTrouble(Object.assign(new Error('a system error'), system))).toContain(words);
});

test('says an unforeseen error as it is', () => {
  expect(startTrouble(new Error('The keys are missing'))).toBe('The keys are missing');
  expect(startTrouble('thrown')).toBe('thrown');
});
