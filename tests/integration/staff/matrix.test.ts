import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STAFF_ROLES, type StaffRole } from '../../../src/domain/staff/role';
import { writeCity } from '../../../src/server/db/engine/write-city';
import { CONFIG_ROUTES } from '../../support/config-routes';
import { engines, startDatabases } from '../../support/databases';
import { DESK_ROUTES } from '../../support/desk-routes';
import { listRoutes } from '../../support/list-routes';
import { PRACTICE_ROUTES } from '../../support/practice-routes';
import { signInAs } from '../../support/staff';
import { makeStaffApp, type StaffApp } from '../../support/staff-app';
import { ACCOUNT_ROUTES, type RouteCase } from '../../support/staff-routes';

/** New routes of the staff app: add their list here. */
const CASES: readonly RouteCase[] = [...ACCOUNT_ROUTES, ...DESK_ROUTES, ...CONFIG_ROUTES, ...PRACTICE_ROUTES];

const methodOf = ({ route }: RouteCase) => route.slice(0, route.indexOf(' ')) as 'GET' | 'POST';
const pathOf = ({ route, path }: RouteCase) => path?.() ?? route.slice(route.indexOf(' ') + 1);

describe.each(engines)('access to the staff routes (%s)', (engine) => {
  const databases = startDatabases(engine);
  let server: StaffApp;
  beforeAll(async () => {
    server = await makeStaffApp(databases);
    // A request for changes after the first one then answers at once.
    await writeCity(server.context, async ({ nextChange }) => nextChange());
  });
  afterAll(async () => {
    await server.close();
    await databases.stop();
  });

  const ask = (route: RouteCase, headers: Record<string, string>, url = pathOf(route)) =>
    server.app.inject({
      method: methodOf(route),
      url,
      headers,
      ...(route.body === undefined ? {} : { payload: route.body() }),
    });
  const member = (role: StaffRole, hasTotp = true) =>
    signInAs(server.context, role, { hasTotp, areas: ['18.72.01.1001'] });

  test('is in the matrix once for every route', () => {
    const routes = listRoutes(server.app).filter((route) =>
      /^(?!HEAD|OPTIONS)\w+ \/api\/staff\//.test(route),
    );
    expect(routes.length).toBeGreaterThan(15);
    expect(CASES.map(({ route }) => route as string).toSorted()).toEqual(routes.toSorted());
  });

  const guarded = CASES.filter(({ may }) => may !== 'anyone');
  const rows = guarded.flatMap((route) => STAFF_ROLES.map((role) => ({ name: route.route, role, route })));

  test.each(rows)('$name as $role is as the matrix says', async ({ role, route }) => {
    const { headers } = await member(role);
    const answer = await ask(route, headers);
    if (route.may.includes(role)) {
      expect(answer.statusCode).toBeLessThan(500);
      const { code } = answer.statusCode < 400 ? {} : answer.json();
      expect(['sign-in-needed', 'role-forbids', 'totp-set-up-needed', 'request-not-valid']).not.toContain(
        code,
      );
    } else {
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'role-forbids' });
    }
  });

  test.each(guarded)('$route needs a session that has not ended', async (route) => {
    const { headers, id } = await member('admin');
    const { cookie: _, ...nobody } = headers;
    expect((await ask(route, nobody)).json()).toMatchObject({ status: 401, code: 'sign-in-needed' });
    await server.context.db.updateTable('staff').set({ disabled_at: 1 }).where('id', '=', id).execute();
    expect((await ask(route, headers)).json()).toMatchObject({ status: 401, code: 'sign-in-needed' });
  });

  const withAdmin = guarded.filter(({ may }) => may.includes('admin'));
  test.each(withAdmin)(
    '$route needs a second factor of an admin, unless the matrix opens it before',
    async (route) => {
      const { headers } = await member('admin', false);
      const code = (await ask(route, headers)).json().code;
      if (route.isBeforeTotp === true) expect(code).not.toBe('totp-set-up-needed');
      else expect(code).toBe('totp-set-up-needed');
    },
  );

  const writes = CASES.filter((route) => methodOf(route) !== 'GET');
  test.each(writes)('$route is refused from another site', async (route) => {
    const { headers } = await member('admin');
    const elsewhere = { ...headers, origin: 'https://elsewhere.example' };
    expect((await ask(route, elsewhere)).json()).toMatchObject({ status: 403, code: 'origin-not-valid' });
  });

  const owned = rows.filter(({ route, role }) => route.foreign !== undefined && route.may.includes(role));
  test.each(owned)('$name finds nothing of another person as $role', async ({ role, route }) => {
    const { headers } = await member(role);
    for (const path of (await route.foreign?.(server.context, role)) ?? []) {
      expect((await ask(route, headers, path)).statusCode).toBe(404);
    }
  });
});
