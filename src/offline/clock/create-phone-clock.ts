import { type KeptTime, keepTime, readKeptTime, type TimeStorage } from './kept-time';
import { readServerTime } from './server-time';

/** The clocks of one page or worker; all in milliseconds. */
export type ClockParts = {
  /** The phone's own clock, which anybody may set: Unix time. */
  readonly wall: () => number;
  /** Only ever goes forward, at an even pace, from any beginning. It may stand still while the phone sleeps. */
  readonly steady: () => number;
  readonly storage?: TimeStorage | undefined;
  /** Whether nobody is looking at the page, so that the phone may be asleep. A worker is never looked at. */
  readonly isHidden: () => boolean;
};

/** When a request left, so that its answer can tell the time. */
export type Departure = { readonly wallMs: number; readonly steadyMs: number };

/** The server's time, as well as this phone knows it. */
export type PhoneClock = {
  /** Unix milliseconds. */
  readonly now: () => number;
  /**
   * Whether the time can be relied on: the server told it to this page, and the phone has not slept since.
   * Otherwise what depends on the time is a doubt: a warning, never a refusal.
   */
  readonly isSure: () => boolean;
  readonly depart: () => Departure;
  /** Learns from the answer to a request. */
  readonly hear: (departure: Departure, headers: Pick<Headers, 'get'>) => void;
  /** Must be called whenever the page is hidden or looked at again. */
  readonly turn: () => void;
  /** Calls back whenever the time is another than it was, by more than a second, or becomes sure or unsure. */
  readonly watch: (onChange: () => void) => () => void;
};

/** Clocks that differ by less than this agree. */
const AGREE_MS = 2_000;
/** How often at most the time of an answer is kept, where nothing else changed. */
const KEEP_EVERY_MS = 600_000;
/** Nobody comes back later than this: a phone's clock that says so is wrong. */
const LONGEST_AWAY_MS = 400 * 86_400_000;

/**
 * Creates the clock by which a phone judges anything. The phone's own clock may be years off, so it only
 * bridges what nothing better knows: from the answers of the server comes an offset, which is kept; while the
 * page is looked at, the steady clock goes on from the last answer, whatever the phone's clock is set to; and
 * no time is earlier than an answer that this phone had before.
 */
export function createPhoneClock({ wall, steady, storage, isHidden }: ClockParts): PhoneClock {
  let kept = readKeptTime(storage);
  let anchor = { atMs: firstGuess(wall(), kept), wallMs: wall(), steadyMs: steady() };
  let sureWithinMs: number | undefined;
  let wasHidden = isHidden();
  const watchers = new Set<() => void>();

  /** How much further the phone's clock went than the steady one since the anchor. */
  const lead = () => wall() - anchor.wallMs - (steady() - anchor.steadyMs);

  function now(): number {
    const steadyNow = anchor.atMs + steady() - anchor.steadyMs;
    // Out of sight the phone may have slept, and only its own clock went on.
    return Math.round(wasHidden && lead() > AGREE_MS ? steadyNow + lead() : steadyNow);
  }

  const isSure = () => sureWithinMs !== undefined && !(wasHidden && Math.abs(lead()) > AGREE_MS);

  function change(apply: () => void): void {
    const before = { atMs: now(), isSure: isSure() };
    apply();
    if (Math.abs(now() - before.atMs) <= AGREE_MS && isSure() === before.isSure) return;
    for (const tell of watchers) tell();
  }

  function setTo(atMs: number, withinMs: number | undefined): void {
    anchor = { atMs, wallMs: wall(), steadyMs: steady() };
    sureWithinMs = withinMs;
  }

  function keep(): void {
    const next = { offsetMs: now() - wall(), seenMs: now() };
    const isNews =
      kept === undefined ||
      Math.abs(next.offsetMs - kept.offsetMs) > AGREE_MS ||
      Math.abs(next.seenMs - kept.seenMs) > KEEP_EVERY_MS;
    if (!isNews) return;
    kept = next;
    keepTime(storage, next);
  }

  return {
    now,
    isSure,
    depart: () => ({ wallMs: wall(), steadyMs: steady() }),
    hear: (departure, headers) => {
      const told = readServerTime(headers);
      if (told === undefined) return;
      const tookMs = steady() - departure.steadyMs;
      // The phone slept, or was set, while the answer was on its way: it says nothing about now.
      if (Math.abs(wall() - departure.wallMs - tookMs) > AGREE_MS) return;
      const withinMs = (told.coarseMs + tookMs) / 2;
      const atMs = told.atMs + withinMs;
      change(() => {
        // What is known already may be known better than a slow answer tells it.
        const isKnown = isSure() && Math.abs(atMs - now()) <= withinMs + (sureWithinMs ?? 0);
        if (!isKnown || withinMs < (sureWithinMs ?? 0)) setTo(atMs, withinMs);
      });
      keep();
    },
    turn: () => {
      change(() => {
        const stays = isSure();
        setTo(now(), stays ? sureWithinMs : undefined);
        wasHidden = isHidden();
      });
    },
    watch: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

/** Returns the time that a page begins with, from the phone's clock and from what earlier pages learned. */
function firstGuess(wallMs: number, kept: KeptTime | undefined): number {
  if (kept === undefined) return wallMs;
  const guess = wallMs + kept.offsetMs;
  const isBelieved = guess >= kept.seenMs - AGREE_MS && guess <= kept.seenMs + LONGEST_AWAY_MS;
  return isBelieved ? guess : kept.seenMs;
}
