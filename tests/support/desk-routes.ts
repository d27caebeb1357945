import { randomUUID } from 'node:crypto';
import type { RouteCase } from './staff-routes';

const DESK = ['coordinator', 'kelurahan'] as const;

/** The desk's routes: queue, plan, what changed, audit. */
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
  { route: 'GET /api/staff/changed', may: DESK, path: () => '/api/staff/changed?since=0' },
  { route: 'GET /api/staff/audit', may: ['admin'] },
  { route: 'GET /api/staff/audit.csv', may: ['admin'] },
  { route: 'GET /api/staff/audit/verify', may: ['admin'] },
];
