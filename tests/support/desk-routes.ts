import { randomUUID } from 'node:crypto';
import { CONTRACT_VERSION } from '../../src/contract/version';
import type { RouteCase } from './staff-routes';

const DESK = ['coordinator', 'kelurahan'] as const;

/** Routes of the desk and the crew: queue, plan, changes, commands, run sheet, audit. */
export const DESK_ROUTES: readonly RouteCase[] = [
  { route: 'GET /api/staff/bookings', may: DESK },
  {
    route: 'GET /api/staff/bookings/:id',
    may: DESK,
    path: () => `/api/staff/bookings/${randomUUID()}`,
  },
  {
    route: 'GET /api/staff/day-plan',
    may: ['coordinator'],
    path: () => '/api/staff/day-plan?from=2026-11-24',
  },
  {
    route: 'GET /api/staff/slots',
    may: DESK,
    path: () => '/api/staff/slots?area=18.72.01.1001&minutes=30',
  },
  {
    route: 'GET /api/staff/run-order',
    may: ['coordinator'],
    path: () => '/api/staff/run-order?unit=unit-1&day=2026-11-24',
  },
  { route: 'GET /api/staff/callbacks', may: ['coordinator'] },
  { route: 'GET /api/staff/changed', may: DESK, path: () => '/api/staff/changed?since=0' },
  { route: 'POST /api/staff/commands', may: DESK, body: () => ({ commands: [] }) },
  {
    route: 'POST /api/staff/sync',
    may: ['crew'],
    body: () => ({ version: CONTRACT_VERSION, cursor: null, commands: [] }),
  },
  {
    route: 'GET /api/staff/photos/:id/:sha256',
    may: [...DESK, 'crew'],
    path: () => `/api/staff/photos/${randomUUID()}/${'a'.repeat(64)}`,
  },
  {
    route: 'PUT /api/staff/photos/:id',
    may: ['crew'],
    path: () => `/api/staff/photos/${'a'.repeat(64)}`,
    body: () => ({ no: 'image' }),
  },
  ...['figures', 'figures.csv'].map(
    (name): RouteCase => ({
      route: `GET /api/staff/${name}`,
      may: ['coordinator', 'admin'],
      path: () => `/api/staff/${name}?from=2026-09&to=2026-11`,
    }),
  ),
  { route: 'GET /api/staff/audit', may: ['admin'] },
  { route: 'GET /api/staff/audit.csv', may: ['admin'] },
  { route: 'GET /api/staff/audit/verify', may: ['admin'] },
];
