import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import {
  type Actor,
  BOOKING_ACTIONS,
  BOOKING_STATES,
  changeDeadline,
  firstBookableDate,
  judgeTransition,
} from '../../../src/domain/booking/state';
import { instantOf, type LocalDate, type LocalTime } from '../../../src/domain/calendar/local-date';
import type { WindowChoice, WindowId } from '../../../src/domain/calendar/window';

const settings = metro.settings;
const offset = settings.utcOffsetMinutes;
// 2026-12-04 is a Friday: its siang begins at 13.30, not 13.00.
const friday: WindowChoice = { date: '2026-12-04' as LocalDate, window: 'siang' as WindowId };
const at = (date: string, time: string) => instantOf(date as LocalDate, time as LocalTime, offset);

function judge(action: (typeof BOOKING_ACTIONS)[number], actor: Actor, nowMs: number) {
  return judgeTransition({ state: 'scheduled', scheduled: friday, action, actor, nowMs, settings });
}

describe('moving a booking', () => {
  it('lets the requester cancel until the very start of the window of that weekday', () => {
    expect(judge('cancel', 'requester', at('2026-12-04', '13:30') - 1)).toEqual({
      ok: true,
      state: 'cancelled',
    });
    expect(judge('cancel', 'requester', at('2026-12-04', '13:30'))).toEqual({
      ok: false,
      problem: 'booking-too-late',
    });
  });

  it('lets the requester choose another window until the closing of the day before', () => {
    const deadline = changeDeadline(friday, settings);
    expect(deadline).toBe(at('2026-12-03', settings.closesAt));
    expect(judge('choose-window', 'requester', deadline - 1)).toEqual({ ok: true, state: 'scheduled' });
    expect(judge('choose-window', 'requester', deadline).ok).toBe(false);
    expect(judge('choose-window', 'desk', deadline).ok).toBe(true);
  });

  it('lets a follower change nothing', () => {
    for (const state of BOOKING_STATES) {
      for (const action of BOOKING_ACTIONS) {
        const moved = judgeTransition({
          state,
          scheduled: friday,
          action,
          actor: 'follower',
          nowMs: 0,
          settings,
        });
        expect(moved.ok).toBe(false);
      }
    }
  });

  it('leaves a closed or cancelled booking only where the desk keeps what a crew did, or it is erased', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('closed' as const, 'cancelled' as const),
        fc.constantFrom(...BOOKING_ACTIONS),
        fc.constantFrom<Actor>('requester', 'follower', 'crew', 'desk', 'system'),
        (state, action, actor) =>
          judgeTransition({ state, action, actor, scheduled: undefined, nowMs: 0, settings }).ok ===
          ((action === 'keep-record' && actor === 'desk') ||
            (action === 'erase' && (actor === 'requester' || actor === 'system'))),
      ),
    );
  });

  it('lets a crew close and return a visit whose departure it forgot to press, and the desk move one', () => {
    const open = ['scheduled', 'departed', 'arrived'] as const;
    const judged = (
      state: (typeof open)[number],
      action: 'close' | 'return' | 'choose-window',
      actor: Actor,
    ) => judgeTransition({ state, action, actor, scheduled: friday, nowMs: 0, settings }).ok;
    for (const state of open) {
      expect(judged(state, 'close', 'crew')).toBe(true);
      expect(judged(state, 'close', 'requester')).toBe(false);
      expect(judged(state, 'return', 'crew')).toBe(true);
    }
    expect(judged('departed', 'choose-window', 'desk')).toBe(true);
    expect(judged('departed', 'choose-window', 'requester')).toBe(false);
    expect(judged('arrived', 'choose-window', 'desk')).toBe(false);
  });

  it('promotes only who waits, and only by the server or the desk', () => {
    expect(
      judgeTransition({ state: 'waiting', action: 'promote', actor: 'system', nowMs: 0, settings }),
    ).toEqual({
      ok: true,
      state: 'scheduled',
    });
    expect(
      judgeTransition({ state: 'waiting', action: 'promote', actor: 'requester', nowMs: 0, settings }).ok,
    ).toBe(false);
    expect(
      judgeTransition({ state: 'arrived', action: 'promote', actor: 'system', nowMs: 0, settings }).ok,
    ).toBe(false);
  });
});

describe('the first day that can be asked for', () => {
  it('is one day later after the closing of the day', () => {
    expect(firstBookableDate(at('2026-12-01', '14:59'), settings)).toBe('2026-12-02');
    expect(firstBookableDate(at('2026-12-01', '15:00'), settings)).toBe('2026-12-03');
  });

  it('counts days in the city, not in UTC', () => {
    expect(firstBookableDate(Date.parse('2026-12-01T17:30:00Z'), settings)).toBe('2026-12-03');
  });
});
