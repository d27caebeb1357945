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
// 2026-12-04 is a Friday, when siang begins at 13.30 instead of 13.00.
const friday: WindowChoice = { date: '2026-12-04' as LocalDate, window: 'siang' as WindowId };
const at = (date: string, time: string) => instantOf(date as LocalDate, time as LocalTime, offset);

function judge(action: (typeof BOOKING_ACTIONS)[number], actor: Actor, nowMs: number) {
  return judgeTransition({ state: 'scheduled', scheduled: friday, action, actor, nowMs, settings });
}

describe('the transitions of a booking', () => {
  it("let the requester cancel until its window starts, by that weekday's hours", () => {
    expect(judge('cancel', 'requester', at('2026-12-04', '13:30') - 1)).toEqual({
      ok: true,
      state: 'cancelled',
    });
    expect(judge('cancel', 'requester', at('2026-12-04', '13:30'))).toEqual({
      ok: false,
      problem: 'booking-too-late',
    });
  });

  it('let the requester choose another window until closing time on the day before, and the desk even later', () => {
    const deadline = changeDeadline(friday, settings);
    expect(deadline).toBe(at('2026-12-03', settings.closesAt));
    expect(judge('choose-window', 'requester', deadline - 1)).toEqual({ ok: true, state: 'scheduled' });
    expect(judge('choose-window', 'requester', deadline).ok).toBe(false);
    expect(judge('choose-window', 'desk', deadline).ok).toBe(true);
  });

  it('let a follower change nothing', () => {
    for (const state of BOOKING_STATES) {
      for (const action of BOOKING_ACTIONS) {
        const judgement = judgeTransition({
          state,
          scheduled: friday,
          action,
          actor: 'follower',
          nowMs: 0,
          settings,
        });
        expect(judgement.ok).toBe(false);
      }
    }
  });

  it('let only the desk keep a record, and only the requester or the system erase, once a booking is closed or cancelled', () => {
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

  it('let a crew close or return a visit without a marked departure, and the desk reschedule a departed visit', () => {
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

  it("promote only a waiting booking, and never at the requester's word", () => {
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

describe('the first bookable day', () => {
  it('is one day later after closing time', () => {
    expect(firstBookableDate(at('2026-12-01', '14:59'), settings)).toBe('2026-12-02');
    expect(firstBookableDate(at('2026-12-01', '15:00'), settings)).toBe('2026-12-03');
  });

  it("is counted in the city's time, not in UTC", () => {
    expect(firstBookableDate(Date.parse('2026-12-01T17:30:00Z'), settings)).toBe('2026-12-03');
  });
});
