import { metro } from '../../src/city/metro/metro';
import type { RouteCase } from './staff-routes';

/** As it is, but of an older revision: whoever may save it is refused for that alone. */
const change = () => ({ revision: 999, config: { settings: metro.settings, catalogue: metro.catalogue } });

/** The city's configuration. */
export const CONFIG_ROUTES: readonly RouteCase[] = [
  { route: 'GET /api/staff/config', may: ['admin'] },
  { route: 'POST /api/staff/config/preview', may: ['admin'], body: change },
  { route: 'PUT /api/staff/config', may: ['admin'], body: () => ({ ...change(), note: '' }) },
];
