import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { CommandId } from '../../../../src/contract/scalars';
import type { BookingId } from '../../../../src/domain/booking/booking';
import { startDraft } from '../../../../src/offline/store/draft/drafts';
import { makeId } from '../../../../src/offline/store/engine/make-id';
import { openPhoneStore, type PhoneStore } from '../../../../src/offline/store/engine/phone-store';
import { queueFollow } from '../../../../src/offline/store/follow/queue-follow';
import { queueNewLink, queueWithdrawFollower } from '../../../../src/offline/store/follow/queue-followers';
import { editRefused } from '../../../../src/offline/store/visit/edit-refused';
import { queueBooking } from '../../../../src/offline/store/visit/queue-booking';
import { queueCancel, queueChooseWindow } from '../../../../src/offline/store/visit/queue-change';
import { listVisits } from '../../../../src/offline/store/visit/visits';
import { withdrawBooking } from '../../../../src/offline/store/visit/withdraw-booking';
import type { Sync } from '../../../../src/offline/sync/create-sender';
import { createSync } from '../../../../src/offline/sync/create-sync';
import { buildApp } from '../../../../src/server/app';
import type { ServerContext } from '../../../../src/server/db/engine/context';
import { migrate } from '../../../../src/server/db/engine/migrate';
import type { Database } from '../../../../src/server/db/engine/open-database';
import { promoteWaiting } from '../../../../src/server/jobs/capacity/promote-waiting';
import { badNetwork } from './bad-network';
import type { Plan, Step } from './plan';
import { requestWith, START_MS, smallCity, VISIT_MINUTES } from './small-city';

const HOUR_MS = 3_600_000;
const CALM_ROUNDS = 4;
const NO_LIMITS = { syncsPerDevice: 1_000_000, requestsPerAddress: 1_000_000 };

export type Phone = {
  readonly store: PhoneStore;
  /** Two senders without a lock between them: the worst that page and worker can do. */
  readonly tabs: readonly [Sync, Sync];
  readonly booked: Set<BookingId>;
  readonly cancelled: Set<BookingId>;
  readonly withdrawn: Set<BookingId>;
  readonly follows: CommandId[];
};

export type World = {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  readonly errors: readonly unknown[];
  readonly phones: readonly Phone[];
  readonly close: () => Promise<void>;
};

const noLock = { request: <Result>(_: string, run: () => Promise<Result>) => run() };

/** Plays a plan on the phones' real code and the real server, then lets everything that is left arrive. */
export async function play(database: Database, plan: Plan): Promise<World> {
  await migrate(database.db, database.engine);
  let nowMs = START_MS;
  const now = () => nowMs;
  const errors: unknown[] = [];
  const context: ServerContext = {
    db: database.db,
    engine: database.engine,
    city: smallCity,
    clock: now,
    randomBytes,
    keys: { encryption: { current: '1', byId: { 1: randomBytes(32) } }, nikIndex: randomBytes(32) },
    report: (error) => void errors.push(error),
  };
  const app = await buildApp({ context, rateLimits: NO_LIMITS });
  const network = badNetwork(app, plan.order);
  const phones = plan.fates.map((fates): Phone => {
    const store = openPhoneStore({ name: makeId() });
    const fetch = network.fetchWith(fates);
    const tab = () => createSync({ store, fetch, now, locks: noLock });
    return {
      store,
      tabs: [tab(), tab()],
      booked: new Set(),
      cancelled: new Set(),
      withdrawn: new Set(),
      follows: [],
    };
  });
  const sending: Promise<unknown>[] = [];
  for (const step of plan.steps) {
    if (step.is === 'clock') nowMs += step.hours * HOUR_MS;
    else if (step.is === 'job') await promoteWaiting(context);
    else if (step.is === 'rest') for (let n = 0; n < step.messages; n += 1) await network.letOneGo();
    else if (step.is === 'send')
      sending.push(...take(phones, step.phone, ({ tabs }) => tabs[step.tab].syncNow()));
    else await Promise.all(take(phones, step.phone, (phone) => act(phone, phones, step, nowMs)));
  }
  await network.calmDown();
  await Promise.all(sending);
  for (let round = 0; round < CALM_ROUNDS; round += 1) {
    await Promise.all(phones.flatMap(({ tabs }) => tabs.map((tab) => tab.syncNow())));
  }
  const close = async () => {
    for (const { store } of phones) store.close();
    await app.close();
  };
  return { app, context, errors, phones, close };
}

type PersonStep = Exclude<Step, { readonly is: 'clock' | 'job' | 'rest' | 'send' }>;

async function act(phone: Phone, phones: readonly Phone[], step: PersonStep, nowMs: number): Promise<void> {
  const { store } = phone;
  if (step.is === 'book') {
    const draft = await startDraft(store, nowMs);
    const request = requestWith(step.flaw, step.preferences as Parameters<typeof requestWith>[1]);
    const tap = () => queueBooking(store, draft, request, VISIT_MINUTES, nowMs);
    await Promise.all(step.twice ? [tap(), tap()] : [tap()]);
    phone.booked.add(draft.id);
    return;
  }
  if (step.is === 'follow') {
    const token = (await pick(phones[step.of]?.store, step.visit))?.personal?.followToken;
    const id = await queueFollow(store, token ?? randomBytes(16).toString('base64url'), 'Contoh Anak', nowMs);
    if (id !== undefined) phone.follows.push(id);
    return;
  }
  const visit = await pick(store, step.visit);
  if (visit === undefined) return;
  if (step.is === 'cancel') {
    await queueCancel(store, visit.id, 'tidak jadi', nowMs);
    if (visit.delivery !== 'refused' && phone.booked.has(visit.id)) phone.cancelled.add(visit.id);
  } else if (step.is === 'choose') {
    await queueChooseWindow(store, visit.id, step.choice as Parameters<typeof queueChooseWindow>[2], nowMs);
  } else if (step.is === 'renew') {
    await queueNewLink(store, visit.id, nowMs);
  } else if (step.is === 'remove-follower') {
    const [follower] = visit.row?.followers ?? [];
    if (follower !== undefined) await queueWithdrawFollower(store, visit.id, follower.id, nowMs);
  } else if (step.is === 'withdraw') {
    const isOwn = phone.booked.has(visit.id);
    const withdrawal = await withdrawBooking(store, visit.id, nowMs);
    if (withdrawal === 'cancel' && isOwn) phone.cancelled.add(visit.id);
    if (withdrawal !== 'draft') return;
    phone.booked.delete(visit.id);
    phone.cancelled.delete(visit.id);
    phone.withdrawn.add(visit.id);
  } else if (visit.delivery === 'refused') {
    const draft = await editRefused(store, visit.id);
    phone.booked.delete(visit.id);
    phone.cancelled.delete(visit.id);
    await queueBooking(store, draft, requestWith('none', 'any'), VISIT_MINUTES, nowMs);
    phone.booked.add(draft.id);
  }
}

async function pick(store: PhoneStore | undefined, index: number) {
  const visits = store === undefined ? [] : await listVisits(store);
  return visits.sort((a, b) => a.id.localeCompare(b.id))[index % visits.length];
}

function take<T>(phones: readonly Phone[], index: number, run: (phone: Phone) => T): T[] {
  return phones.slice(index, index + 1).map(run);
}
