import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { City } from '../../src/domain/city/city';
import type { StaffRole } from '../../src/domain/staff/role';
import { buildApp } from '../../src/server/app';
import type { Database } from '../../src/server/db/engine/open-database';
import { type MemberOptions, type SignedInMember, signInAs } from './staff';
import { submit, type TestServer, testServer } from './test-server';

/** Tuesday's short window holds four visits of 30 minutes; two of them can be booked online. */
export const SIANG = { date: '2026-11-24', window: 'siang' };
export const PAGI = { date: '2026-11-24', window: 'pagi' };
const NO_LIMITS = { syncsPerDevice: 1_000_000, requestsPerAddress: 1_000_000 };

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

export type Desk = TestServer & {
  readonly app: FastifyInstance;
  readonly signIn: (role: StaffRole, options?: MemberOptions) => Promise<SignedInMember>;
  readonly get: (who: SignedInMember, url: string) => Promise<Answer>;
  readonly post: (who: SignedInMember, url: string, body: object) => Promise<Answer>;
  /** Books from a phone and returns the booking's id. */
  readonly book: (device: string, changes?: object, token?: string) => Promise<string>;
};

/** Starts the app over a migrated database; the test sets the clock and sends the phones' commands. */
export async function startDesk(database: Database, city?: City): Promise<Desk> {
  const server = await testServer(database, city);
  const app = await buildApp({ context: server.context, rateLimits: NO_LIMITS });
  return {
    ...server,
    app,
    signIn: (role, options) => signInAs(server.context, role, options),
    get: async ({ headers }, url) => {
      const answer = await app.inject({ method: 'GET', url, headers });
      return { status: answer.statusCode, body: answer.json() };
    },
    post: async ({ headers }, url, body) => {
      const answer = await app.inject({ method: 'POST', url, headers, payload: body });
      return { status: answer.statusCode, body: answer.json() };
    },
    book: async (device, changes = {}, token) => {
      const command = submit(changes, randomUUID(), token);
      const result = await server.send(device, command);
      if (result.outcome !== 'done') throw new Error(JSON.stringify(result));
      return command.bookingId;
    },
  };
}

const common = (bookingId: string) => ({
  id: randomUUID() as string,
  madeAt: '2026-11-23T01:30:00.000Z',
  bookingId,
});

/** Makes one command of the desk or of a crew. */
export function staffCommand(name: string, bookingId: string, rest: object = {}) {
  return { ...common(bookingId), name, ...rest };
}

/** Makes a crew's record of a visit at which every service was done. */
export function allDone(bookingId: string, services: readonly string[], rest: object = {}) {
  const outcomes = services.map((service) => ({ service, outcome: 'done', reason: '' }));
  return staffCommand('record-visit', bookingId, {
    outcomes,
    lacking: [],
    nextVisit: 'not-needed',
    note: '',
    ...rest,
  });
}
