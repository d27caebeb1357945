import { metro } from '../../src/city/metro/metro';
import type { RouteCase } from './staff-routes';

/**
 * Returns the city's configuration unchanged but with a wrong revision: even a role that may save it is
 * refused.
 */
const change = () => ({ revision: 999, config: { settings: metro.settings, catalogue: metro.catalogue } });

/** Routes of the city's configuration. */
export const CONFIG_ROUTES: readonly RouteCase[] = [
  { route: 'GET /api/staff/config', may: ['admin'] },
  { route: 'POST /api/staff/config/preview', may: ['admin'], body: change },
  { route: 'PUT /api/staff/config', may: ['admin'], body: () => ({ ...change(), note: '' }) },
];
