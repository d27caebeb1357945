import { describe, expect, it, vi } from 'vitest';
import { TIME_HEADER } from '../../../src/contract/version';
import { createPhoneClock } from '../../../src/offline/clock/create-phone-clock';
import type { TimeStorage } from '../../../src/offline/clock/kept-time';

const SERVER_MS = Date.parse('2026-11-29T03:00:00.400Z');
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

function makeStorage(): TimeStorage {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

/** A phone whose clock is off by `errorMs`, in a world where time passes and the server is always right. */
function makeWorld(errorMs: number, storage: TimeStorage | undefined = makeStorage()) {
  let atMs = SERVER_MS;
  let steadyMs = 5_000;
  const phone = { errorMs, isHidden: false };
  const open = () =>
    createPhoneClock({
      wall: () => atMs + phone.errorMs,
      steady: () => steadyMs,
      storage,
      isHidden: () => phone.isHidden,
    });
  let clock = open();
  const pass = (ms: number) => {
    atMs += ms;
    steadyMs += ms;
  };
  return {
    phone,
    pass,
    /** Time passes while the phone is off or asleep: its steady clock stands still. */
    sleep: (ms: number) => {
      atMs += ms;
    },
    turn: (isHidden: boolean) => {
      phone.isHidden = isHidden;
      clock.turn();
    },
    reopen: () => {
      steadyMs = 0;
      clock = open();
    },
    /** Asks the server; the answer leaves it in the middle of `tookMs`. */
    ask: (tookMs = 200, headers: (ms: number) => Record<string, string> = own) => {
      const departure = clock.depart();
      pass(tookMs / 2);
      const answer = new Headers(headers(atMs));
      pass(tookMs / 2);
      clock.hear(departure, answer);
    },
    clock: () => clock,
    wrongBy: () => Math.abs(clock.now() - atMs),
  };
}

const own = (ms: number) => ({ [TIME_HEADER]: String(ms) });
const date = (ms: number) => ({ date: new Date(ms).toUTCString() });

const ERRORS = [
  ['2015', -11 * YEAR_MS],
  ['2031', 5 * YEAR_MS],
  ['one day ahead', DAY_MS],
  ['one day behind', -DAY_MS],
  ['right', 0],
] as const;

describe.each(ERRORS)('a phone whose clock says %s', (_name, errorMs) => {
  it('doubts until the server answers, then has its time', () => {
    const world = makeWorld(errorMs);
    expect(world.clock().isSure()).toBe(false);
    world.ask();
    expect(world.clock().isSure()).toBe(true);
    expect(world.wrongBy()).toBeLessThan(5);
    world.pass(3 * DAY_MS);
    expect(world.wrongBy()).toBeLessThan(5);
  });

  it('reads an older server or a proxy by its Date, within a second', () => {
    const world = makeWorld(errorMs);
    world.ask(300, date);
    expect(world.clock().isSure()).toBe(true);
    expect(world.wrongBy()).toBeLessThan(1_000);
  });

  it('stays right while the clock is set to anything under the open page', () => {
    const world = makeWorld(errorMs);
    world.ask();
    for (const set of [-11 * YEAR_MS, 5 * YEAR_MS, 0]) {
      world.phone.errorMs = set;
      world.pass(60_000);
      expect(world.wrongBy()).toBeLessThan(5);
      expect(world.clock().isSure()).toBe(true);
    }
  });

  it('keeps what it learned for the next page, which is not sure of it', () => {
    const world = makeWorld(errorMs);
    world.ask();
    world.sleep(2 * DAY_MS);
    world.reopen();
    expect(world.wrongBy()).toBeLessThan(5);
    expect(world.clock().isSure()).toBe(false);
  });

  it('knows how long a sleep was, and doubts after it', () => {
    const world = makeWorld(errorMs);
    world.ask();
    world.turn(true);
    world.sleep(8 * 3_600_000);
    expect(world.wrongBy()).toBeLessThan(5);
    world.turn(false);
    expect(world.wrongBy()).toBeLessThan(5);
    expect(world.clock().isSure()).toBe(false);
    world.ask();
    expect(world.clock().isSure()).toBe(true);
  });
});

describe('a clock set while the app is closed', () => {
  it.each([
    ['2015', -11 * YEAR_MS],
    ['2031', 5 * YEAR_MS],
  ])('to %s is not believed: the last answer stands in', (_name, errorMs) => {
    const world = makeWorld(0);
    world.ask();
    const lastMs = world.clock().now();
    world.phone.errorMs = errorMs;
    world.sleep(DAY_MS);
    world.reopen();
    expect(world.clock().now()).toBe(lastMs);
    expect(world.clock().isSure()).toBe(false);
  });

  it('a day ahead cannot be told from a day that passed, so it is a doubt', () => {
    const world = makeWorld(0);
    world.ask();
    world.phone.errorMs = DAY_MS;
    world.reopen();
    expect(world.wrongBy()).toBeLessThan(DAY_MS + 5);
    expect(world.clock().isSure()).toBe(false);
  });
});

describe('an answer', () => {
  it('that was slow does not spoil what a fast one told', () => {
    const world = makeWorld(DAY_MS);
    world.ask(50);
    world.ask(20_000, (ms) => own(ms - 9_000));
    expect(world.wrongBy()).toBeLessThan(50);
    world.ask(50, date);
    expect(world.wrongBy()).toBeLessThan(50);
  });

  it('from a server that was set right counts', () => {
    const world = makeWorld(0);
    world.ask(50, (ms) => own(ms + YEAR_MS));
    world.ask(50);
    expect(world.wrongBy()).toBeLessThan(50);
    world.reopen();
    expect(world.wrongBy()).toBeLessThan(50);
  });

  it('during which the phone slept says nothing', () => {
    const world = makeWorld(DAY_MS);
    const departure = world.clock().depart();
    const headers = new Headers(own(SERVER_MS));
    world.sleep(DAY_MS);
    world.clock().hear(departure, headers);
    expect(world.clock().isSure()).toBe(false);
  });

  it.each([
    ['no time', {}],
    ['no valid time', { [TIME_HEADER]: 'tomorrow', date: 'tomorrow' }],
    ['a cached time', { date: 'Thu, 01 Jan 2015 00:00:00 GMT', age: '60' }],
  ])('with %s teaches nothing', (_name, headers) => {
    const world = makeWorld(0);
    world.ask(10, () => headers as Record<string, string>);
    expect(world.clock().isSure()).toBe(false);
    expect(world.wrongBy()).toBe(0);
  });

  it('tells the page only when the time is another, or becomes sure', () => {
    const world = makeWorld(DAY_MS);
    const onChange = vi.fn();
    world.clock().watch(onChange);
    world.ask();
    expect(onChange).toHaveBeenCalledTimes(1);
    world.ask();
    world.pass(60_000);
    world.ask(200, date);
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

it.each([
  ['none', undefined],
  [
    'one that is full',
    {
      ...makeStorage(),
      setItem: () => {
        throw new Error('full');
      },
    },
  ],
  ['one with something else', { ...makeStorage(), getItem: () => '{"offsetMs":"x"}' }],
  ['one that is damaged', { ...makeStorage(), getItem: () => '{' }],
])('works with a storage that is %s', (_name, storage) => {
  const world = makeWorld(DAY_MS, storage);
  world.ask();
  expect(world.wrongBy()).toBeLessThan(5);
});
