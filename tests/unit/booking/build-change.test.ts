import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { buildChange } from '../../../src/domain/booking/build-change';
import { EMPTY_REQUEST, type RequestDraft } from '../../../src/domain/booking/request-draft';
import { MONDAY_9 } from '../../support/test-server';

const time = { nowMs: MONDAY_9, isSure: true };
const past = [{ date: '2026-11-20', window: 'pagi' }] as unknown as RequestDraft['windows'];
const draft = {
  ...EMPTY_REQUEST,
  recipientIs: 'parent',
  recipientName: 'Siti Contoh',
  birthYear: '1950',
  services: ['nib', 'konsultasi-izin'],
  area: '18.72.01.1001',
  street: 'Jalan Contoh 1',
  windows: past,
  contactName: 'Budi Contoh',
  contactPhone: '0812 3456 7890',
  channel: 'call',
} as unknown as RequestDraft;
const business = metro.catalogue.packages.find(({ services }) => services.includes('nib' as never));
const sent = { preferences: past, packageId: business?.id };

describe('a change of a sent request', () => {
  it('has everything but whom the visit is for', () => {
    const result = buildChange(draft, sent, true, metro, time);
    expect(result.ok && Object.keys(result.change)).not.toContain('recipient');
    expect(result.ok && Object.keys(result.change)).not.toContain('recipientIs');
    expect(result).toMatchObject({ ok: true, minutes: 65, change: { place: { street: 'Jalan Contoh 1' } } });
  });

  it('keeps wishes that are past, unless they are asked about again', () => {
    expect(buildChange(draft, sent, true, metro, time)).toMatchObject({ change: { preferences: past } });
    expect(buildChange(draft, sent, false, metro, time)).toMatchObject({
      ok: false,
      errors: [{ page: 'times', problem: 'window-not-offered' }],
    });
  });

  it('stays of its package as long as all of its services are asked for', () => {
    expect(business).toBeDefined();
    expect(buildChange(draft, sent, true, metro, time)).toMatchObject({
      change: { packageId: business?.id },
    });
    const fewer = { ...draft, services: ['nib'] } as unknown as RequestDraft;
    const result = buildChange(fewer, sent, true, metro, time);
    expect(result.ok && result.change).not.toHaveProperty('packageId');
  });

  it('says what is missing, like any request', () => {
    expect(buildChange({ ...draft, street: ' ' }, sent, true, metro, time)).toMatchObject({
      ok: false,
      errors: [{ page: 'address', field: 'street', problem: 'street-empty' }],
    });
  });
});
