import { expect } from 'vitest';
import { parseSyncResponse } from '../../../../src/contract/parse-answer';
import { listDrafts } from '../../../../src/offline/store/draft/drafts';
import { readFollow } from '../../../../src/offline/store/follow/queue-follow';
import { readDevice, readSecret } from '../../../../src/offline/store/secret/device-key';
import { listVisits } from '../../../../src/offline/store/visit/visits';
import { NIK } from './small-city';
import type { Phone, World } from './world';

const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);

/** Checks what must be true of every phone and of the server once everything has arrived. */
export async function checkWorld(world: World): Promise<void> {
  expect(world.errors).toEqual([]);
  for (const phone of world.phones) await checkPhone(world, phone);
  await checkServer(world);
}

async function checkPhone({ app }: World, phone: Phone): Promise<void> {
  const { store, booked, cancelled, follows } = phone;
  const authorization = `Device ${await readSecret(await readDevice(store))}`;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization },
    payload: { version: 1, cursor: null, commands: [] },
  });
  const rows = [...(parseSyncResponse(answer.json())?.changes ?? [])].sort(byId);
  const visits = await listVisits(store);
  // Nothing waits, only withdrawn requests are left as drafts, and nothing is still shown as under way.
  expect(await store.outbox.count()).toBe(0);
  expect((await listDrafts(store)).map(({ id }) => id).sort()).toEqual([...phone.withdrawn].sort());
  expect(visits.filter((visit) => visit.pending ?? visit.pendingChoice)).toEqual([]);
  expect(visits.filter((visit) => visit.isLinkWaiting)).toEqual([]);
  for (const id of follows) expect((await readFollow(store, id)).is).not.toBe('waiting');
  // The phone shows everything that the server knows.
  const known = visits.filter((visit) => visit.delivery === 'known').sort(byId);
  expect(known.map((visit) => visit.row)).toEqual(rows);
  // A removed follower is gone, on the phone and on the server.
  for (const { row, withdrawing = [] } of known) {
    expect(row?.followers?.filter(({ id }) => withdrawing.includes(id)) ?? []).toEqual([]);
  }
  // Each booking is with the server, or refused with its reason and its data still on the phone.
  const refused = visits.filter((visit) => visit.delivery !== 'known');
  for (const visit of refused) {
    expect(visit).toMatchObject({
      delivery: 'refused',
      personal: { nik: expect.stringMatching(/^\d{16}$/) },
    });
    expect(visit.problem).toBeDefined();
  }
  const own = rows.filter((row) => row.role === 'requester');
  expect([...own, ...refused].map(({ id }) => id).sort()).toEqual([...booked].sort());
  for (const { id, personal } of known) if (booked.has(id)) expect(personal?.nik).toBe(NIK.slice(-4));
  // A cancellation that did not take effect says why.
  for (const row of own) {
    if (!cancelled.has(row.id) || row.state === 'cancelled') continue;
    expect(visits.find(({ id }) => id === row.id)?.problem).toBeDefined();
  }
}

async function checkServer({ context, phones }: World): Promise<void> {
  const { db } = context;
  const bookings = await db.selectFrom('bookings').select(['id', 'state']).execute();
  const submitted = await db
    .selectFrom('events')
    .select('booking_id')
    .where('action', '=', 'submit')
    .execute();
  expect(submitted.map((row) => row.booking_id).sort()).toEqual(bookings.map(({ id }) => id).sort());
  const all = phones.flatMap(({ booked }) => [...booked]);
  expect(bookings.filter(({ id }) => !all.includes(id))).toEqual([]);
  const reservations = await db.selectFrom('reservations').selectAll().execute();
  expect(reservations.map((row) => row.booking_id).sort()).toEqual(
    bookings.flatMap(({ id, state }) => (state === 'scheduled' ? [id] : [])).sort(),
  );
  for (const slot of await db.selectFrom('slots').selectAll().execute()) {
    const minutes = reservations
      .filter((row) => row.unit === slot.unit && row.day === slot.day && row.window_id === slot.window_id)
      .reduce((sum, row) => sum + row.minutes, 0);
    expect(slot.used_minutes).toBe(minutes);
    expect(minutes).toBeLessThanOrEqual(slot.capacity_minutes);
  }
}
