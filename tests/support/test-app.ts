import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { metro } from '../../src/city/metro/metro';
import { buildApp } from '../../src/server/app';
import type { ServerContext } from '../../src/server/db/engine/context';
import { openDatabase } from '../../src/server/db/engine/open-database';
import type { RateLimits } from '../../src/server/http/frame/rate-limits';
import { loadKeys } from '../../src/server/start/keys-file';
import { makeMigratedFile } from './migrated-file';

/** A Monday, 09.00 in Metro. */
export const NOW = Date.UTC(2026, 8, 7, 2);
const NO_LIMITS: RateLimits = {
  syncsPerDevice: 1_000_000,
  movesPerAddress: 1_000_000,
  requestsPerAddress: 1_000_000,
};

export type TestApp = {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  readonly close: () => Promise<void>;
};

/**
 * Makes the real app over a real database file, with a fixed clock and a city that sets no limit on one
 * phone's bookings.
 */
export async function makeTestApp(
  rateLimits: RateLimits = NO_LIMITS,
  clock: () => number = () => NOW,
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-http-'));
  const sqliteFile = join(folder, 'test.sqlite');
  await makeMigratedFile(sqliteFile);
  const database = await openDatabase({ sqliteFile });
  const settings = { ...metro.settings, maxOpenBookingsPerDevice: 1_000_000 };
  const context: ServerContext = {
    db: database.db,
    engine: database.engine,
    city: { ...metro, settings },
    clock,
    randomBytes: (count) => randomBytes(count),
    keys: loadKeys(join(folder, 'keys.json'), false),
  };
  const app = await buildApp({ context, rateLimits });
  const close = async () => {
    await app.close();
    await database.close();
    await rm(folder, { recursive: true });
  };
  return { app, context, close };
}

export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** Returns a complete request; a test can replace its texts. */
export function makeRequest() {
  return {
    recipientIs: 'parent',
    recipient: { name: 'Contoh Warga', birthYear: 1950 },
    needs: ['cannot-walk'],
    needsNote: 'Catatan',
    services: ['ktp-penggantian'],
    answers: {},
    prepared: [],
    place: { area: metro.areas[0]?.code, street: 'Jalan Contoh 1', rt: '1', rw: '2', landmark: 'Pagar' },
    preferences: 'any' as const,
    contact: { name: 'Contoh Anak', phone: '+6281200000000', channel: 'whatsapp' },
  };
}

export type Submission = {
  readonly id: string;
  readonly bookingId: string;
  readonly name: string;
  readonly madeAt: string;
  readonly followHash: string;
  readonly request: ReturnType<typeof makeRequest>;
};

export function makeSubmission(request = makeRequest()): Submission {
  return {
    id: randomUUID(),
    name: 'submit-booking',
    madeAt: new Date(NOW).toISOString(),
    bookingId: randomUUID(),
    followHash: randomBytes(32).toString('base64url'),
    request,
  };
}
