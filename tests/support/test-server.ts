import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { metro } from '../../src/city/metro/metro';
import type { BookingRow } from '../../src/contract/booking-row';
import type { CommandResult } from '../../src/contract/sync';
import type { City } from '../../src/domain/city/city';
import { runCommand } from '../../src/server/commands/run/run-command';
import type { ServerContext } from '../../src/server/db/engine/context';
import { migrate } from '../../src/server/db/engine/migrate';
import type { Database } from '../../src/server/db/engine/open-database';
import type { Keys } from '../../src/server/db/secret/keys';
import { changesSince } from '../../src/server/queries/booking/changes-since';

/** Monday 23 November 2026, 09.00 in Metro. */
export const MONDAY_9 = Date.parse('2026-11-23T02:00:00Z');

const keys: Keys = {
  encryption: { current: 'k1', byId: { k1: randomBytes(32) } },
  nikIndex: randomBytes(32),
};

export type TestServer = {
  readonly context: ServerContext;
  /** Errors behind a `retry`; a test that expects none asserts that this is empty. */
  readonly errors: unknown[];
  readonly setClock: (atMs: number) => void;
  readonly send: (device: string, command: unknown) => Promise<CommandResult>;
  readonly rowsOf: (device: string) => Promise<readonly BookingRow[]>;
};

/** Runs commands and queries over a migrated database, at a clock that stands still. */
export async function testServer(database: Database, city: City = metro): Promise<TestServer> {
  await migrate(database.db, database.engine);
  let nowMs = MONDAY_9;
  const errors: unknown[] = [];
  const context: ServerContext = {
    ...database,
    city,
    keys,
    clock: () => nowMs,
    randomBytes,
    report: (error) => void errors.push(error),
  };
  return {
    context,
    errors,
    setClock: (atMs) => {
      nowMs = atMs;
    },
    send: (device, command) => runCommand(context, device, command),
    rowsOf: async (device) => (await changesSince(context, device, null)).changes,
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

const common = () => ({ id: randomUUID() as string, madeAt: '2026-11-23T02:00:00.000Z' });

export const request = {
  recipientIs: 'parent',
  recipient: { name: 'Siti Contoh', birthYear: 1950, nik: '1872014107500001' },
  needs: ['cannot-walk'],
  services: ['ktp-el-pengganti'],
  answers: {},
  prepared: [],
  place: { area: '18.72.01.1001', street: 'Jalan Contoh 1', rt: '001', rw: '002', landmark: '' },
  preferences: 'any',
  contact: { name: 'Budi Contoh', phone: '+6281234567890', channel: 'call' },
};

/** Makes a submit-booking command for a service that exists in the city. */
export function submit(changes: object = {}, booking = randomUUID() as string, token = newToken()) {
  const services = [metro.catalogue.services.find(({ equipment }) => equipment.length === 0)?.id];
  return {
    ...common(),
    name: 'submit-booking',
    bookingId: booking,
    request: { ...request, services, ...changes },
    followHash: hashOf(token),
  };
}

export function cancel(bookingId: string, reason = 'tidak jadi') {
  return { ...common(), name: 'cancel-booking', bookingId, reason };
}

export function choose(bookingId: string, date: string, window: string) {
  return { ...common(), name: 'choose-window', bookingId, choice: { date, window } };
}

export function follow(token: string) {
  return { ...common(), name: 'follow-booking', token };
}
