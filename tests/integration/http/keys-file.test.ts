import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addKey, followKeys, loadKeys } from '../../../src/server/start/keys-file';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mpp-keys-'));
  path = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('makes keys once, readable by the owner only, and reads the same keys again', () => {
  const made = loadKeys(path, false);
  const text = readFileSync(path, 'utf8');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(made.nikIndex).toHaveLength(32);
  expect(loadKeys(path, true)).toEqual(made);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('makes no new keys for data that has lost its keys', () => {
  expect(() => loadKeys(path, true)).toThrow('missing');
});

test('refuses broken keys and leaves them as they are', () => {
  writeFileSync(path, '{"current":', { mode: 0o600 });
  expect(() => loadKeys(path, false)).toThrow('cannot be understood');
  expect(readFileSync(path, 'utf8')).toBe('{"current":');
});

test('refuses keys that others may read', () => {
  loadKeys(path, false);
  chmodSync(path, 0o644);
  expect(() => loadKeys(path, true)).toThrow('chmod 600');
});

test('adds a whole key, which a running process finds when it needs it, and keeps the earlier key', () => {
  const running = followKeys(path, false);
  const [first] = Object.values(running.encryption.byId);
  expect(addKey(path)).toBe('2');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(running.encryption.current).toBe('1');
  running.refresh?.();
  expect(running.encryption.current).toBe('2');
  expect(running.encryption.byId[1]).toEqual(first);
  expect(running.encryption.byId[2]).toHaveLength(32);
  expect(loadKeys(path, true).nikIndex).toEqual(running.nikIndex);
  expect(addKey(path)).toBe('3');
});

test('stops the second of two that add a key at once, and leaves the file as it was', () => {
  loadKeys(path, false);
  const text = readFileSync(path, 'utf8');
  writeFileSync(`${path}.new`, '');
  expect(() => addKey(path)).toThrow('EEXIST');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('adds no key where there are none', () => {
  expect(() => addKey(path)).toThrow('missing');
});

test("another installation's keys, put there while the server runs, are not taken in", () => {
  const running = followKeys(path, false);
  const before = running.encryption;
  rmSync(path);
  loadKeys(path, false);
  addKey(path);
  expect(() => running.refresh?.()).toThrow('no longer those this server runs with');
  expect(running.encryption).toBe(before);
});
