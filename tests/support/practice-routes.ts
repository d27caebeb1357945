import type { RouteCase } from './staff-routes';

/** Routes that control the practice city; the real city serves them. */
export const PRACTICE_ROUTES: readonly RouteCase[] = [
  { route: 'GET /api/staff/practice', may: ['admin'] },
  { route: 'POST /api/staff/practice/start', may: ['admin'] },
  { route: 'POST /api/staff/practice/reset', may: ['admin'] },
  { route: 'POST /api/staff/practice/stop', may: ['admin'] },
];
