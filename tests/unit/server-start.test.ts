import { expect, test } from 'vitest';
import { startTrouble } from '../../src/server/start/start-trouble';

test.each([
  [{ syscall: 'listen', code: 'EADDRINUSE', port: 8080 }, 'Port 8080 is in use'],
  [{ syscall: 'listen', code: 'EACCES', port: 80 }, 'may not use port 80'],
  [{ syscall: 'connect', code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 }, '127.0.0.1:5432'],
  [{ syscall: 'chmod', code: 'EPERM', path: '/srv/data' }, 'may not change /srv/data'],
  [{ code: 'SQLITE_FULL' }, 'The disk is full'],
  [{ syscall: 'mkdir', code: 'EEXIST', path: '/srv/data' }, '/srv/data is a file'],
  [{ syscall: 'mkdir', code: 'ENOTDIR', path: '/srv/file/data' }, 'must be a folder'],
  [{ code: 'SQLITE_BUSY' }, 'Another program holds the database file'],
  [{ code: 'SQLITE_CORRUPT' }, 'restore the last backup'],
  [{ code: 'SQLITE_NOTADB' }, 'restore the last backup'],
  [{ code: 'SQLITE_IOERR_SHMMAP' }, 'cannot be read or written'],
  [{ code: 'SQLITE_CANTOPEN' }, 'Give it DATA_DIR'],
  [{ code: '28P01' }, 'the password'],
  [{ code: '3D000' }, 'no such database'],
  [{ code: '57P03' }, 'Wait a moment'],
  [{ code: 'ENOTFOUND' }, 'check DATABASE_URL'],
])('says %j in words', (system, words) => {
  expect(startTrouble(Object.assign(new Error('a system error'), system))).toContain(words);
});

test('says an unforeseen error as it is', () => {
  expect(startTrouble(new Error('The keys are missing'))).toBe('The keys are missing');
  expect(startTrouble('thrown')).toBe('thrown');
});
