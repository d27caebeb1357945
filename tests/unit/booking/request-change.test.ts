import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { partsChanged, type RequestChange } from '../../../src/domain/booking/request-change';
import { BOOKING_STATES, changeDeadline, judgeTransition } from '../../../src/domain/booking/state';
import type { WindowChoice } from '../../../src/domain/calendar/window';
import { request } from '../../support/test-server';

// The cast is safe: the fixture is a valid request in plain strings.
const before = request as unknown as RequestChange;
const { settings } = metro;
const tuesday = { date: '2026-11-24', window: 'siang' } as WindowChoice;

describe('the parts of a changed request', () => {
  it('are none where only the order of needs, services and answers differs', () => {
    const one = {
      ...before,
      needs: ['cannot-walk', 'poor-sight'],
      services: ['kk', 'kia'],
      answers: { a: true, b: false },
    } as unknown as RequestChange;
    const other = {
      ...one,
      needs: ['poor-sight', 'cannot-walk'],
      services: ['kia', 'kk'],
      answers: { b: false, a: true },
    } as unknown as RequestChange;
    expect(partsChanged(one, other)).toEqual([]);
  });

  it('name what was and what is, each part once, in the order of the pages', () => {
    const after = {
      ...before,
      needs: [],
      needsNote: 'Anjing galak',
      services: ['kk', 'ktp-penggantian'],
      answers: { 'kk-hilang': true },
      place: { ...before.place, street: 'Jalan Baru 9', point: { lat: -5.1, lng: 105.3, accuracyM: 5 } },
      preferences: [tuesday],
      contact: { ...before.contact, phone: '+6281200001111', channel: 'whatsapp' },
    } as unknown as RequestChange;
    expect(partsChanged(before, after)).toEqual([
      { part: 'needs', from: ['cannot-walk'], to: [] },
      { part: 'needs-note', from: [], to: ['Anjing galak'] },
      { part: 'services', from: ['ktp-el-pengganti'], to: ['kk', 'ktp-penggantian'] },
      { part: 'answers', from: [], to: ['kk-hilang=yes'] },
      { part: 'street', from: ['Jalan Contoh 1'], to: ['Jalan Baru 9'] },
      { part: 'point', from: [], to: ['-5.1 105.3'] },
      { part: 'wishes', from: ['any'], to: ['2026-11-24 siang'] },
      { part: 'contact-phone', from: ['+6281234567890'], to: ['+6281200001111'] },
      { part: 'channel', from: ['call'], to: ['whatsapp'] },
    ]);
    expect(partsChanged(after, after)).toEqual([]);
  });
});

describe('changing a request', () => {
  const judge = (state: (typeof BOOKING_STATES)[number], actor: 'requester' | 'desk', nowMs: number) =>
    judgeTransition({ state, scheduled: tuesday, action: 'change-request', actor, nowMs, settings });

  it("ends for the requester at the city's closing time of the day before, and for the desk later", () => {
    const deadline = changeDeadline(tuesday, settings);
    expect(judge('scheduled', 'requester', deadline - 1)).toEqual({ ok: true, state: 'scheduled' });
    expect(judge('scheduled', 'requester', deadline)).toEqual({ ok: false, problem: 'booking-too-late' });
    expect(judge('scheduled', 'desk', deadline)).toEqual({ ok: true, state: 'scheduled' });
    expect(judge('waiting', 'requester', deadline)).toEqual({ ok: true, state: 'waiting' });
  });

  it('is over once the crew has left', () => {
    for (const state of BOOKING_STATES.filter((one) => one !== 'waiting' && one !== 'scheduled')) {
      expect(judge(state, 'desk', 0), state).toEqual({ ok: false, problem: 'booking-state-forbids' });
    }
  });
});
