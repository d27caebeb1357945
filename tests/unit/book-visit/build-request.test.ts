import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { bookingRequest } from '../../../src/contract/booking-request';
import { buildRequest } from '../../../src/domain/booking/build-request';
import { checkPage } from '../../../src/domain/booking/check-request';
import { EMPTY_REQUEST, type RequestDraft } from '../../../src/domain/booking/request-draft';
import { windowsByRota } from '../../../src/domain/booking/windows-by-rota';
import type { LocalDate } from '../../../src/domain/calendar/local-date';
import type { WindowId } from '../../../src/domain/calendar/window';
import { findService } from '../../../src/domain/catalogue/find-service';
import type { PackageId, RequirementId, ServiceId } from '../../../src/domain/catalogue/service';
import type { AreaCode } from '../../../src/domain/city/city';

/** Monday 30 November 2026, 09.00 in Metro. */
const NOW = Date.parse('2026-11-30T02:00:00Z');
const AT = { nowMs: NOW, isSure: true };
const GANJAR_ASRI = '18.72.03.1004' as AreaCode;

const whole: RequestDraft = {
  ...EMPTY_REQUEST,
  recipientIs: 'parent',
  recipientName: 'Contoh Ibu',
  birthYear: '1950',
  services: ['akta-kematian' as ServiceId],
  answers: { 'tidak-bisa-tanda-tangan': false, 'kk-hilang': true },
  prepared: ['surat-kematian', 'sppt'] as RequirementId[],
  area: GANJAR_ASRI,
  street: 'Jalan Contoh 1',
  rt: ' 003 ',
  isAnyTime: true,
  contactName: 'Contoh Anak',
  contactPhone: '0812 3456 7890',
  channel: 'whatsapp',
};

const problems = (draft: RequestDraft) => {
  const result = buildRequest(draft, metro, AT);
  return result.ok ? [] : result.errors.map(({ page, field, problem }) => `${page} ${field} ${problem}`);
};

describe('a phone that does not know the time', () => {
  const years = [2015, 2031].map((year) => Date.parse(`${year}-06-01T02:00:00Z`));

  it.each(years)('asks for the same at %s, since the server judges', (nowMs) => {
    const offered = windowsByRota(metro, { area: GANJAR_ASRI, services: [], nowMs: NOW }).slice(0, 2);
    const wish = { isAnyTime: false, windows: offered.map(({ date, window }) => ({ date, window })) };
    for (const draft of [whole, { ...whole, birthYear: '2026' }, { ...whole, ...wish }]) {
      const right = buildRequest(draft, metro, AT);
      expect(right.ok).toBe(true);
      expect(buildRequest(draft, metro, { nowMs, isSure: false })).toEqual(right);
    }
  });

  it.each(years)('still finds at %s what no clock has to do with', (nowMs) => {
    const problemsOf = (draft: RequestDraft) => {
      const result = buildRequest(draft, metro, { nowMs, isSure: false });
      return result.ok ? [] : result.errors.map(({ problem }) => problem);
    };
    expect(problemsOf({ ...whole, birthYear: '1850' })).toEqual(['birth-year-too-early']);
    expect(problemsOf({ ...whole, birthYear: '20' })).toEqual(['birth-year-not-4-digits']);
    expect(problemsOf({ ...whole, isAnyTime: false, windows: [] })).toEqual(['window-not-chosen']);
    expect(problemsOf({ ...whole, services: [] })).toEqual(['service-not-chosen']);
  });

  it('finds the same errors as ever once it knows the time', () => {
    const late = { nowMs: Date.parse('2031-06-01T02:00:00Z'), isSure: true };
    expect(checkPage('recipient', { ...whole, birthYear: '2027' }, metro, AT)).toMatchObject([
      { problem: 'birth-year-in-future' },
    ]);
    expect(checkPage('recipient', { ...whole, birthYear: '2027' }, metro, late)).toEqual([]);
  });
});

describe('buildRequest', () => {
  it('reports everything that an empty draft lacks, in the order of the pages', () => {
    expect(problems(EMPTY_REQUEST)).toEqual([
      'for-whom recipientIs recipient-not-chosen',
      'recipient recipientName name-empty',
      'recipient birthYear birth-year-empty',
      'services services service-not-chosen',
      'address street street-empty',
      'address area area-not-chosen',
      'times windows window-not-chosen',
      'contact contactName name-empty',
      'contact contactPhone phone-empty',
      'contact channel channel-not-chosen',
    ]);
  });

  it('makes a request that the contract accepts, without what belongs to services not chosen', () => {
    const result = buildRequest(whole, metro, AT);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(v.is(bookingRequest, result.request)).toBe(true);
    expect(result.minutes).toBe(20 + metro.settings.travelMinutes);
    expect(result.request.answers).toEqual({ 'tidak-bisa-tanda-tangan': false });
    expect(result.request.prepared).toEqual(['surat-kematian']);
    expect(result.request.place.rt).toBe('003');
    expect(result.request.contact.phone).toBe('+6281234567890');
    expect(result.request.recipient).not.toHaveProperty('nik');
  });

  it('asks the choice of a package and holds each of its services once', () => {
    const lansia = { packageId: 'lansia-lengkap' as PackageId, services: ['kk', 'ikd'] as ServiceId[] };
    expect(checkPage('services', { ...whole, ...lansia }, metro, AT)).toMatchObject([
      { field: 'packageOption', problem: 'option-not-chosen' },
    ]);
    const chosen = { ...whole, ...lansia, packageOption: 'ktp-penggantian' as ServiceId };
    const asked = checkPage('requirements', chosen, metro, AT).map((error) => error.field);
    expect(asked).toContain('answer-ktp-hilang');
    const first = Object.fromEntries(asked.map((field) => [field.replace('answer-', ''), false]));
    const inner = checkPage(
      'requirements',
      { ...chosen, answers: { ...whole.answers, ...first } },
      metro,
      AT,
    );
    expect(inner.map((error) => error.field)).toEqual(['answer-ktp-rusak']);
    const answers = { ...first, 'ktp-rusak': true };
    const result = buildRequest({ ...chosen, answers: { ...whole.answers, ...answers } }, metro, AT);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(result.request.services).toEqual(['ktp-penggantian', 'kk', 'ikd']);
    expect(result.request.packageId).toBe('lansia-lengkap');
    expect(result.request.answers).toMatchObject({ 'ktp-hilang': false, 'ktp-rusak': true });
  });

  it('does not ask whether a lost KTP is damaged, and drops what was answered before it was lost', () => {
    const lost = {
      ...whole,
      services: ['ktp-penggantian' as ServiceId],
      answers: { 'ktp-hilang': true, 'tidak-bisa-tanda-tangan': false },
    };
    expect(checkPage('requirements', lost, metro, AT)).toEqual([]);
    const before = { ...lost, answers: { ...lost.answers, 'ktp-rusak': true } };
    const result = buildRequest({ ...before, prepared: ['ktp-lama'] as RequirementId[] }, metro, AT);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(result.request.answers).toEqual(lost.answers);
    expect(result.request.prepared).toEqual([]);
  });

  it('never accepts a text that the contract would refuse for its length', () => {
    expect(problems({ ...whole, recipientName: '😀'.repeat(60) })).toEqual([
      'recipient recipientName name-too-long',
    ]);
    expect(problems({ ...whole, needsNote: 'a'.repeat(501) })).toEqual(['needs needsNote note-too-long']);
    expect(problems({ ...whole, landmark: 'a'.repeat(201) })).toEqual(['address landmark landmark-too-long']);
    expect(problems({ ...whole, street: '\u200b ' })).toEqual(['address street street-empty']);
  });

  it('refuses a wrong NIK, a landline with WhatsApp and a visit longer than any window', () => {
    expect(problems({ ...whole, nik: '123' })).toEqual(['recipient nik nik-not-16-digits']);
    expect(problems({ ...whole, contactPhone: '0725 41234' })).toEqual([
      'contact channel channel-no-whatsapp',
    ]);
    const services = metro.catalogue.services
      .filter(({ programme }) => programme === 'mpp-mobile')
      .map((service) => service.id);
    expect(checkPage('services', { ...whole, services }, metro, AT)).toMatchObject([
      { problem: 'services-too-long' },
    ]);
  });

  it('accepts only windows in which a unit comes', () => {
    const choice = (date: string) => ({ date: date as LocalDate, window: 'pagi' as WindowId });
    const offered = windowsByRota(metro, { area: GANJAR_ASRI, services: [], nowMs: NOW });
    const windows = offered.slice(0, 3).map(({ date, window }) => ({ date, window }));
    expect(windows).toHaveLength(3);
    expect(problems({ ...whole, isAnyTime: false, windows })).toEqual([]);
    const past = { ...whole, isAnyTime: false, windows: [choice('2026-11-23')] };
    expect(problems(past)).toEqual(['times windows window-not-offered']);
  });
});

const servicesOf = (...ids: readonly string[]) => ids.flatMap((id) => findService(metro.catalogue, id) ?? []);

describe('windowsByRota', () => {
  const query = { area: GANJAR_ASRI, services: servicesOf('pbb') };

  it('starts tomorrow, or a day later once the day has closed, and offers each window once', () => {
    // 1 December is a Tuesday: unit 1 serves Metro Barat then, and on no day do both units serve it together.
    expect(windowsByRota(metro, { ...query, nowMs: NOW })[0]?.date).toBe('2026-12-01');
    const evening = Date.parse('2026-11-30T08:00:00Z');
    expect(windowsByRota(metro, { ...query, nowMs: evening })[0]?.date).toBe('2026-12-02');
    const names = windowsByRota(metro, { ...query, nowMs: NOW }).map(
      ({ date, window }) => `${date} ${window}`,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('leaves out windows too short for the visit', () => {
    // The visit takes 100 minutes with travel; a short window holds 84 minutes booked online.
    const services = servicesOf('pbb', 'kk', 'kia', 'ktp-penggantian', 'pindah-datang');
    const long = windowsByRota(metro, { ...query, services, nowMs: NOW });
    expect(new Set(long.map((window) => window.window))).toEqual(new Set(['pagi']));
  });
});
