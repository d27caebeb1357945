// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiFailure } from '../../../src/web/staff/shell/api/api';
import { readAgainAfter, useRead } from '../../../src/web/staff/shell/api/use-read';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a failure that passes by itself is retried ever later, and never sooner than the server said', () => {
  const busy = new ApiFailure('server-busy');
  const first = () => 0;
  expect([1, 2, 3, 9].map((row) => readAgainAfter(busy, row, first))).toEqual([2_000, 4_000, 8_000, 30_000]);
  const told = new ApiFailure('rate-limited', 12);
  expect([0, 0.5, 1].map((random) => readAgainAfter(told, 1, () => random))).toEqual([
    12_000, 18_000, 24_000,
  ]);
  expect(readAgainAfter(new ApiFailure('not-found'), 1)).toBeUndefined();
  expect(readAgainAfter(new Error('a fault of our own'), 1)).toBeUndefined();
});

test('a failure is shown beside what was read before, and ends with the next answer', async () => {
  const answers: (() => Promise<string>)[] = [
    async () => 'first',
    () => Promise.reject(new ApiFailure('server-busy')),
    async () => 'second',
  ];
  const read = () => answers.shift()?.() ?? Promise.reject(new Error('asked once too often'));
  const { result, rerender } = renderHook(({ tick }) => useRead('a', read, tick), {
    initialProps: { tick: 0 },
  });
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current).toMatchObject({ data: 'first' });
  rerender({ tick: 1 });
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current).toMatchObject({ data: 'first', failure: { code: 'server-busy' } });
  await act(() => vi.advanceTimersByTimeAsync(4_000));
  expect(result.current.data).toBe('second');
  expect(result.current.failure).toBeUndefined();
});

test('what was read for one key is never shown for another', async () => {
  const { result, rerender } = renderHook(({ key }) => useRead(key, async () => `of ${key}`), {
    initialProps: { key: 'a' },
  });
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current.data).toBe('of a');
  rerender({ key: 'b' });
  expect(result.current.data).toBeUndefined();
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current.data).toBe('of b');
});
