import type { RouteCase } from './staff-routes';

/** The practice city, from the real one. */
export const PRACTICE_ROUTES: readonly RouteCase[] = [
  { route: 'GET /api/staff/practice', may: ['admin'] },
  { route: 'POST /api/staff/practice/start', may: ['admin'] },
  { route: 'POST /api/staff/practice/reset', may: ['admin'] },
  { route: 'POST /api/staff/practice/stop', may: ['admin'] },
];
