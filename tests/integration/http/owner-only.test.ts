import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOwnerOnly } from '../../../src/server/start/owner-only';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mpp-owner-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

test('closes copies that others could read, in folders too, and tells which', () => {
  mkdirSync(join(folder, 'latihan'), { mode: 0o700 });
  const own = join(folder, 'mpp-mobile.sqlite');
  const copy = join(folder, 'mpp-mobile.sqlite.bak');
  const below = join(folder, 'latihan', 'keys.json');
  for (const path of [own, copy, below]) writeFileSync(path, 'contoh');
  chmodSync(own, 0o600);
  chmodSync(copy, 0o644);
  chmodSync(below, 0o640);
  const { closed, open } = makeOwnerOnly(folder);
  expect(new Set(closed)).toEqual(new Set([below, copy]));
  expect(open).toEqual([]);
  expect([own, copy, below].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
  expect(makeOwnerOnly(folder)).toEqual({ closed: [], open: [] });
});

test('leaves what a link points to alone, and a folder that is not there', () => {
  const outside = mkdtempSync(join(tmpdir(), 'mpp-outside-'));
  const target = join(outside, 'contoh');
  writeFileSync(target, 'contoh');
  chmodSync(target, 0o644);
  symlinkSync(target, join(folder, 'link'));
  expect(makeOwnerOnly(folder)).toEqual({ closed: [], open: [] });
  expect(modeOf(target)).toBe(0o644);
  expect(makeOwnerOnly(join(folder, 'none'))).toEqual({ closed: [], open: [] });
  rmSync(outside, { recursive: true });
});
