// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useWatched } from '../../../src/web/resident/shell/phone/use-watched';

type Source = {
  tell: (value: number) => void;
  fail: (error: unknown) => void;
  stops: number;
  starts: number;
};

function makeSource() {
  const source: Source = { tell: () => {}, fail: () => {}, stops: 0, starts: 0 };
  const subscribe = (onValue: (value: number) => void, onError: (error: unknown) => void) => {
    source.starts += 1;
    source.tell = onValue;
    source.fail = onError;
    return () => {
      source.stops += 1;
    };
  };
  return { source, subscribe };
}

afterEach(cleanup);

describe('useWatched', () => {
  it('shows each value as it comes, and subscribes once however often it renders', () => {
    const { source, subscribe } = makeSource();
    const { result, rerender } = renderHook(() =>
      useWatched<number>((value, error) => subscribe(value, error), ['same']),
    );
    expect(result.current.value).toBeUndefined();
    act(() => source.tell(1));
    rerender();
    act(() => source.tell(2));
    expect(result.current.value).toBe(2);
    expect(source.starts).toBe(1);
  });

  it('keeps the last value beside an error', () => {
    const { source, subscribe } = makeSource();
    const { result } = renderHook(() => useWatched<number>(subscribe, []));
    act(() => source.tell(7));
    act(() => source.fail('full'));
    expect(result.current).toEqual({ value: 7, error: 'full' });
  });

  it('forgets the value and subscribes again when a dependency changes, and stops at unmount', () => {
    const { source, subscribe } = makeSource();
    const { result, rerender, unmount } = renderHook(({ id }) => useWatched<number>(subscribe, [id]), {
      initialProps: { id: 'a' },
    });
    act(() => source.tell(1));
    rerender({ id: 'b' });
    expect(result.current.value).toBeUndefined();
    expect([source.starts, source.stops]).toEqual([2, 1]);
    unmount();
    expect(source.stops).toBe(2);
  });

  it('never renders a value of another dependency', () => {
    const { source, subscribe } = makeSource();
    const drawn: string[] = [];
    const { rerender } = renderHook(
      ({ id }) => {
        const { value } = useWatched<number>(subscribe, [id]);
        drawn.push(`${id}: ${value}`);
      },
      { initialProps: { id: 'a' } },
    );
    act(() => source.tell(1));
    rerender({ id: 'b' });
    act(() => source.fail('full'));
    act(() => source.tell(2));
    expect([...new Set(drawn)]).toEqual(['a: undefined', 'a: 1', 'b: undefined', 'b: 2']);
  });
});
