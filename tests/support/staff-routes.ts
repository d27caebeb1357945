import { randomBytes, randomUUID } from 'node:crypto';
import { STAFF_ROLES, type StaffRole } from '../../src/domain/staff/role';
import type { ServerContext } from '../../src/server/db/engine/context';
import { signInAs } from './staff';

/**
 * One route of the staff app for the matrix (tests/integration/staff/matrix.test.ts), which fails when a
 * route has no case here.
 * - `may`: the roles that are let in; `anyone` needs no session.
 * - `path`: fills in `:id`.
 * - `body`: has to pass the schema, because the role is checked only after that.
 * - `foreign`: makes rows that are not the asker's and returns paths to them; each must be answered 404.
 */
export type RouteCase = {
  readonly route: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/staff/${string}`;
  readonly may: readonly StaffRole[] | 'anyone';
  /** Open to an admin who has yet to set up a second factor. */
  readonly isBeforeTotp?: boolean;
  readonly path?: () => string;
  readonly body?: () => object;
  readonly foreign?: (context: ServerContext, asker: StaffRole) => Promise<readonly string[]>;
};

const token = () => randomBytes(16).toString('base64url');
const answer = (response: object) => ({ id: token(), rawId: token(), type: 'public-key', response });

/** Account routes: signing in, sessions, invites, members, passkeys. */
export const ACCOUNT_ROUTES: readonly RouteCase[] = [
  { route: 'GET /api/staff/me', may: STAFF_ROLES, isBeforeTotp: true },
  { route: 'POST /api/staff/sign-out', may: STAFF_ROLES, isBeforeTotp: true },
  {
    route: 'POST /api/staff/sign-in',
    may: 'anyone',
    body: () => ({ signInName: `tidak.ada.${randomUUID().slice(0, 8)}`, password: 'salah' }),
  },
  { route: 'GET /api/staff/sessions', may: STAFF_ROLES },
  {
    route: 'DELETE /api/staff/sessions/:id',
    may: STAFF_ROLES,
    path: () => `/api/staff/sessions/${randomUUID()}`,
    foreign: async (context, asker) => {
      const other = await signInAs(context, asker);
      const { id } = await context.db
        .selectFrom('staff_sessions')
        .select('id')
        .where('staff_id', '=', other.id)
        .executeTakeFirstOrThrow();
      return [`/api/staff/sessions/${id}`];
    },
  },
  {
    route: 'POST /api/staff/password',
    may: STAFF_ROLES,
    body: () => ({ current: 'salah', password: 'juga salah' }),
  },
  { route: 'POST /api/staff/totp/begin', may: STAFF_ROLES, isBeforeTotp: true },
  {
    route: 'POST /api/staff/totp/confirm',
    may: STAFF_ROLES,
    isBeforeTotp: true,
    body: () => ({ code: '000000' }),
  },
  {
    route: 'POST /api/staff/invites',
    may: ['admin'],
    body: () => ({
      signInName: `baru.${randomUUID().slice(0, 8)}`,
      name: 'Contoh Baru',
      role: 'coordinator',
      areas: [],
    }),
  },
  { route: 'POST /api/staff/invites/look', may: 'anyone', body: () => ({ token: token() }) },
  {
    route: 'POST /api/staff/invites/accept',
    may: 'anyone',
    body: () => ({ token: token(), password: 'apa saja yang panjang' }),
  },
  { route: 'GET /api/staff/members', may: ['admin'] },
  {
    route: 'PATCH /api/staff/members/:id',
    may: ['admin'],
    path: () => `/api/staff/members/${randomUUID()}`,
    body: () => ({ isDisabled: true }),
  },
  {
    route: 'POST /api/staff/members/:id/invite',
    may: ['admin'],
    path: () => `/api/staff/members/${randomUUID()}/invite`,
  },
  { route: 'GET /api/staff/passkeys', may: STAFF_ROLES },
  { route: 'POST /api/staff/passkeys/register-options', may: STAFF_ROLES },
  {
    route: 'POST /api/staff/passkeys/register',
    may: STAFF_ROLES,
    body: () => answer({ clientDataJSON: 'e30', attestationObject: 'oA' }),
  },
  {
    route: 'DELETE /api/staff/passkeys/:id',
    may: STAFF_ROLES,
    path: () => `/api/staff/passkeys/${token()}`,
    foreign: async (context, asker) => {
      const other = await signInAs(context, asker);
      const id = token();
      await context.db
        .insertInto('staff_passkeys')
        .values({
          city: context.city.code,
          id,
          staff_id: other.id,
          public_key: Buffer.of(1),
          counter: 0,
          transports_json: '[]',
          device: '',
          created_at: 0,
          last_used_at: null,
        })
        .execute();
      return [`/api/staff/passkeys/${id}`];
    },
  },
  { route: 'POST /api/staff/passkeys/sign-in-options', may: 'anyone' },
  {
    route: 'POST /api/staff/passkeys/sign-in',
    may: 'anyone',
    body: () => answer({ clientDataJSON: 'e30', authenticatorData: 'oA', signature: 'oA' }),
  },
];
