import { describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { BookingRow } from '../../../src/contract/booking-row';
import type { Command } from '../../../src/contract/commands';
import type { BookingId } from '../../../src/domain/booking/booking';
import { buildChange } from '../../../src/domain/booking/build-change';
import { type Problem, statusOf } from '../../../src/domain/problem';
import type { DraftChange } from '../../../src/offline/store/draft/draft';
import { changeDraft, listDrafts, readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import {
  changedFields,
  isChangeable,
  refreshChange,
  startChange,
} from '../../../src/offline/store/draft/start-change';
import { openCommand } from '../../../src/offline/store/engine/outbox';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { queueNewLink } from '../../../src/offline/store/follow/queue-followers';
import { bringBack } from '../../../src/offline/store/put-back/bring-back';
import { readDevice } from '../../../src/offline/store/secret/device-key';
import { dropChange, withdrawChange } from '../../../src/offline/store/visit/change-drafts';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { queueChooseWindow } from '../../../src/offline/store/visit/queue-change';
import { queueChangeRequest } from '../../../src/offline/store/visit/queue-change-request';
import type { Visit } from '../../../src/offline/store/visit/visit';
import { readVisit } from '../../../src/offline/store/visit/visits';
import { applySync } from '../../../src/offline/sync/apply-sync';
import { NOW_MS, newDisk, openTab, request, rowOf } from './make-phone';

/** Services that ask no question. */
const asked = { ...request, services: ['pbb'] as never };
const TIME = { nowMs: NOW_MS, isSure: true };

/** A phone with one visit that the server has scheduled. */
async function phone(store: PhoneStore = openTab()) {
  const draft = await startDraft(store, NOW_MS, { recipientName: 'Siti Contoh' });
  await queueBooking(store, draft, asked, 30, NOW_MS);
  await answer(store, 'done', [rowOf(draft.id, { services: asked.services })]);
  return { store, id: draft.id, visit: () => known(store, draft.id) };
}

async function known(store: PhoneStore, id: BookingId): Promise<Visit> {
  const visit = await readVisit(store, id);
  if (visit === undefined) throw new Error('no visit');
  return visit;
}

/** Everything on the phone as it lies there. */
async function storedText(store: PhoneStore): Promise<string> {
  return JSON.stringify(await Promise.all(store.tables.map((table) => table.toArray())));
}

/** Answers the first command that waits. */
async function answer(store: PhoneStore, outcome: 'done' | Problem, changes: readonly BookingRow[] = []) {
  const [row] = await store.outbox.orderBy('seq').toArray();
  const device = await readDevice(store);
  const id = row?.id ?? ('none' as never);
  const result =
    outcome === 'done'
      ? { id, outcome }
      : {
          id,
          outcome: 'refused' as const,
          problem: { type: '', title: '', status: statusOf(outcome), code: outcome as never },
        };
  await applySync(
    store,
    device.id,
    { results: row === undefined ? [] : [result], changes: [...changes] },
    NOW_MS,
  );
}

/** The row that a server sends once the desk has changed the request. */
function deskRow(id: BookingId, revision: number, part: object): BookingRow {
  const { recipientIs: _, recipient: __, ...rest } = asked;
  const changed = { ...rest, ...part };
  return rowOf(id, {
    revision,
    services: asked.services,
    changedByDesk: { at: `2026-11-23T03:00:0${revision}.000Z`, request: changed as never },
  });
}

async function edit(store: PhoneStore, visit: Visit, change: DraftChange) {
  const draft = await startChange(store, visit, NOW_MS);
  await changeDraft(store, draft.id, change, NOW_MS);
  const now = await readDraft(store, draft.id);
  if (now === undefined) throw new Error('no draft');
  return now;
}

async function send(store: PhoneStore, draft: Awaited<ReturnType<typeof edit>>) {
  const basis = draft.changeOf;
  if (basis === undefined) throw new Error('changes nothing');
  const built = buildChange(draft, basis, basis.givesUpDate !== true, metro, TIME);
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  return queueChangeRequest(store, draft, built.change, built.minutes, NOW_MS);
}

async function waiting(store: PhoneStore): Promise<(Command | undefined)[]> {
  const device = await readDevice(store);
  const rows = await store.outbox.orderBy('seq').toArray();
  return Promise.all(rows.map((row) => openCommand(device, row)));
}

describe('a change of a sent request', () => {
  test('begins with what was said before, and is one draft however often it is asked for', async () => {
    const { store, id, visit } = await phone();
    const draft = await startChange(store, await visit(), NOW_MS);
    expect(draft).toMatchObject({
      recipientName: 'Siti Contoh',
      needs: ['cannot-walk'],
      services: ['pbb'],
      street: 'Jalan Contoh 1',
      contactPhone: '0812-3456-7890',
      isAnyTime: true,
      changeOf: { bookingId: id, revision: 1 },
    });
    expect(changedFields(draft)).toEqual([]);
    const again = await edit(store, await visit(), { street: 'Jalan Baru 2' });
    expect(again.id).toBe(draft.id);
    expect(changedFields(again)).toEqual(['street']);
  });

  test('waits in order, leaves the visit as it was until it is done, and is then what the phone shows', async () => {
    const { store, id, visit } = await phone();
    await queueChooseWindow(store, id, { date: '2026-11-25', window: 'pagi' } as never, NOW_MS);
    const draft = await edit(store, await visit(), {
      street: 'Jalan Baru 2',
      needsNote: 'Tangga',
      services: ['pbb', 'ikd'] as never,
    });
    expect(await send(store, draft)).toBe('queued');
    expect(await waiting(store)).toMatchObject([
      { name: 'choose-window' },
      {
        name: 'change-request',
        bookingId: id,
        revision: 1,
        date: 'keep',
        request: { place: { street: 'Jalan Baru 2' }, needsNote: 'Tangga', services: ['pbb', 'ikd'] },
      },
    ]);
    const [, command] = await waiting(store);
    expect(JSON.stringify(command)).not.toMatch(/Siti|1872014107500001/);
    expect(await visit()).toMatchObject({
      pending: 'change',
      services: ['pbb'],
      personal: { street: 'Jalan Contoh 1' },
    });
    expect(await listDrafts(store)).toEqual([]);
    await answer(store, 'done');
    expect(await visit()).toMatchObject({ pending: 'change' });
    await answer(store, 'done', [rowOf(id, { revision: 3, services: ['pbb', 'ikd'] as never, minutes: 50 })]);
    const after = await visit();
    expect(after).toMatchObject({
      services: ['pbb', 'ikd'],
      minutes: 50,
      personal: { recipientName: 'Siti Contoh', street: 'Jalan Baru 2', needsNote: 'Tangga', nik: '0001' },
    });
    expect([after.pending, after.problem]).toEqual([undefined, undefined]);
    expect(await store.drafts.count()).toBe(0);
  });

  test.each(['date-not-kept', 'command-unknown', 'booking-too-late'] as const)(
    'refused with %s is a draft again with its reason, and the visit stays as it was',
    async (code) => {
      const { store, id, visit } = await phone();
      const draft = await edit(store, await visit(), { street: 'Jalan Baru 2' });
      await send(store, draft);
      await answer(store, code);
      expect(await visit()).toMatchObject({
        problem: { code },
        delivery: 'known',
        personal: { street: 'Jalan Contoh 1' },
      });
      expect(await store.drafts.toArray()).toMatchObject([{ changeOf: id, problem: { code } }]);
      expect(await listDrafts(store)).toMatchObject([{ id: draft.id, street: 'Jalan Baru 2' }]);
      const wished = await edit(store, await visit(), {
        windows: [{ date: '2026-11-25', window: 'pagi' }] as never,
        isAnyTime: false,
        changeOf: { ...(draft.changeOf as never as object), givesUpDate: true } as never,
      });
      expect(await send(store, wished)).toBe('queued');
      expect((await visit()).problem).toBeUndefined();
      expect(await waiting(store)).toMatchObject([
        { date: 'wishes', request: { preferences: [{ date: '2026-11-25', window: 'pagi' }] } },
      ]);
    },
  );

  test('is dropped with its reason, and the request stays', async () => {
    const { store, id, visit } = await phone();
    const draft = await edit(store, await visit(), { street: 'Jalan Baru 2' });
    await send(store, draft);
    await answer(store, 'date-not-kept');
    await dropChange(store, id, draft.id);
    expect(await visit()).toMatchObject({ personal: { street: 'Jalan Contoh 1' } });
    expect((await visit()).problem).toBeUndefined();
    expect(await store.drafts.count()).toBe(0);
  });

  test('is taken back before it leaves, and not after', async () => {
    const { store, id, visit } = await phone();
    const draft = await edit(store, await visit(), { street: 'Jalan Baru 2' });
    await send(store, draft);
    expect(await changeDraft(store, draft.id, { street: 'Lain' }, NOW_MS)).toBeUndefined();
    expect(await withdrawChange(store, id)).toBe(true);
    expect(await store.outbox.count()).toBe(0);
    expect((await visit()).pending).toBeUndefined();
    const again = await edit(store, await visit(), { street: 'Jalan Lain 3' });
    expect(again.id).toBe(draft.id);
    await send(store, again);
    await store.outbox.toCollection().modify({ triedAtMs: NOW_MS });
    expect(await withdrawChange(store, id)).toBe(false);
    expect(await visit()).toMatchObject({ pending: 'change' });
  });

  test('is sent once from two windows, and never with answers that the window has not shown', async () => {
    const disk = newDisk();
    const { store, visit } = await phone(openTab(disk));
    const other = openTab(disk);
    const draft = await edit(store, await visit(), { street: 'Jalan Baru 2' });
    await changeDraft(other, draft.id, { street: 'Jalan Lain 3' }, NOW_MS);
    expect(await send(store, draft)).toBe('changed');
    const shown = await readDraft(store, draft.id);
    expect(await send(store, shown ?? draft)).toBe('queued');
    expect(await send(other, shown ?? draft)).toBe('gone');
    expect(await store.outbox.count()).toBe(1);
  });

  test('rests on what the desk changed meanwhile: hers stays, the rest is as the desk has it', async () => {
    const { store, id, visit } = await phone();
    const draft = await edit(store, await visit(), { landmark: 'Di depan masjid' });
    const place = { ...request.place, street: 'Jalan Benar 9', landmark: 'Toko' };
    await answer(store, 'done', [deskRow(id, 2, { place, needs: [] })]);
    expect(await send(store, draft)).toBe('behind');
    const fresh = await refreshChange(store, draft, await visit(), NOW_MS);
    expect(await readDraft(store, draft.id)).toMatchObject({
      street: 'Jalan Benar 9',
      landmark: 'Di depan masjid',
      needs: [],
      changeOf: { revision: 2 },
    });
    expect(fresh && changedFields(fresh)).toEqual(['landmark']);
    expect(fresh && (await send(store, fresh))).toBe('queued');
    expect(await waiting(store)).toMatchObject([
      { revision: 2, request: { place: { street: 'Jalan Benar 9', landmark: 'Di depan masjid' } } },
    ]);
  });

  test('of a visit that this phone follows cannot be asked for', async () => {
    const store = openTab();
    const { id } = await startDraft(store, NOW_MS);
    await answer(store, 'done', [rowOf(id, { role: 'follower' })]);
    expect(isChangeable(await known(store, id))).toBe(false);
    const own = await phone();
    expect(isChangeable(await own.visit())).toBe(true);
  });

  test('keeps a follow link that was renewed while it waited', async () => {
    const { store, id, visit } = await phone();
    const before = (await visit()).personal?.followToken;
    await send(store, await edit(store, await visit(), { street: 'Jalan Baru 2' }));
    await queueNewLink(store, id, NOW_MS);
    const renewed = (await visit()).personal?.followToken;
    expect(renewed).not.toBe(before);
    await answer(store, 'done');
    expect(await visit()).toMatchObject({ personal: { street: 'Jalan Baru 2', followToken: renewed } });
  });
});

describe('a change by the desk', () => {
  test('is what this phone shows, and lies there sealed', async () => {
    const { store, id, visit } = await phone();
    const { needsNote: _, ...rest } = request;
    const place = { ...rest.place, street: 'Jalan Rahasia 9', point: undefined };
    await answer(store, 'done', [
      deskRow(id, 2, { ...rest, place, contact: { ...rest.contact, phone: '+6281200001111' } }),
    ]);
    const after = await visit();
    expect(after).toMatchObject({
      deskChangedAt: '2026-11-23T03:00:02.000Z',
      personal: { recipientName: 'Siti Contoh', street: 'Jalan Rahasia 9', contactPhone: '+6281200001111' },
    });
    expect(after.row).not.toHaveProperty('changedByDesk');
    expect(await storedText(store)).not.toMatch(/Rahasia|81200001111/);
  });

  test('that this app cannot read does not lie there unsealed either', async () => {
    const { store, id } = await phone();
    const place = { ...request.place, street: 'Jalan Rahasia 9' };
    const row = { ...deskRow(id, 2, { place }), state: 'a-new-state' };
    const device = await readDevice(store);
    await applySync(store, device.id, { results: [], changes: [], unread: [row] }, NOW_MS);
    expect(await known(store, id)).toMatchObject({ hasUnread: true });
    expect(await storedText(store)).not.toMatch(/Rahasia/);
  });
});

describe('a server that was put back to a backup', () => {
  test('is sent the change again that it lacks, and until then the visit is what the server has', async () => {
    const { store, id, visit } = await phone();
    await send(
      store,
      await edit(store, await visit(), { street: 'Jalan Baru 2', services: ['pbb', 'ikd'] as never }),
    );
    const changedRow = rowOf(id, { revision: 2, services: ['pbb', 'ikd'] as never, minutes: 45 });
    await answer(store, 'done', [changedRow]);
    const device = await readDevice(store);
    const old = rowOf(id, { services: asked.services });
    const generation = (name: string) => ({ generation: name as never });
    await applySync(store, device.id, { results: [], changes: [], ...generation('a'), more: false }, NOW_MS);
    await applySync(store, device.id, { results: [], changes: [], ...generation('b'), more: false }, NOW_MS);
    await applySync(
      store,
      device.id,
      { results: [], changes: [old], ...generation('b'), more: false },
      NOW_MS,
    );
    await bringBack(store, NOW_MS);
    expect(await visit()).toMatchObject({
      pending: 'change',
      services: ['pbb'],
      personal: { street: 'Jalan Contoh 1' },
      putBack: { notes: ['change-again'] },
    });
    expect(await waiting(store)).toMatchObject([
      {
        name: 'change-request',
        revision: 1,
        date: 'keep',
        request: { services: ['pbb', 'ikd'], place: { street: 'Jalan Baru 2' } },
      },
      { name: 'renew-follow-link' },
    ]);
    await answer(store, 'done', [changedRow]);
    expect(await visit()).toMatchObject({ services: ['pbb', 'ikd'], personal: { street: 'Jalan Baru 2' } });
  });

  test('that has the change is not sent it again', async () => {
    const { store, id, visit } = await phone();
    await send(store, await edit(store, await visit(), { street: 'Jalan Baru 2' }));
    await answer(store, 'done', [rowOf(id, { revision: 2, services: asked.services })]);
    const device = await readDevice(store);
    const later = rowOf(id, { revision: 3, services: asked.services });
    const same = rowOf(id, { revision: 2, services: asked.services });
    const of = (name: string, changes: BookingRow[]) =>
      applySync(store, device.id, { results: [], changes, generation: name as never, more: false }, NOW_MS);
    await of('a', [later]);
    await of('b', []);
    await of('b', [same]);
    await bringBack(store, NOW_MS);
    expect((await waiting(store)).map((command) => command?.name)).toEqual(['renew-follow-link']);
    expect(await visit()).toMatchObject({ personal: { street: 'Jalan Baru 2' } });
  });
});
