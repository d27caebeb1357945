import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { vi } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { SignedIn } from '../../../src/contract/staff/auth';
import type { StaffId, StaffRole } from '../../../src/domain/staff/role';
import { PARTS_OF_APP } from '../../../src/web/copy/parts';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { StaffRoutes } from '../../../src/web/staff/routes';
import { createSession } from '../../../src/web/staff/shell/session/session';
import { SessionProvider } from '../../../src/web/staff/shell/session/staff-context';

/** Noon of a working day in Metro. */
export const NOW = Date.parse('2026-12-01T05:00:00Z');

export function signedInAs(role: StaffRole, name = 'Sari Dewi'): SignedIn {
  return {
    me: {
      id: '01936f00-0000-7000-8000-000000000001' as StaffId,
      signInName: 'sari.dewi',
      name,
      role,
      areas: [],
      isDisabled: false,
      hasPassword: true,
      hasTotp: role === 'admin',
      passkeys: 0,
    },
    endsAt: '2026-12-01T17:00:00.000Z',
    offlineUntil: '2026-12-01T17:00:00.000Z',
    mustSetUpTotp: false,
  };
}

/** What the server answers to one call: a body, or a problem with its status and code. */
export type Said = { readonly status: number; readonly body: unknown };

export function say(body: unknown): Said {
  return { status: 200, body };
}

export function problem(status: number, code: string, more: object = {}): Said {
  return { status, body: { type: `urn:mpp-mobile:problem:${code}`, title: code, status, code, ...more } };
}

export type Asked = { readonly call: string; readonly body: unknown };

/**
 * Answers each API call by `METHOD path` in turn, and repeats the last answer; any other call gets no answer.
 */
export function answerCalls(answers: Readonly<Record<string, readonly (Said | 'none')[]>>): Asked[] {
  const asked: Asked[] = [];
  const left = new Map(Object.entries(answers).map(([call, list]) => [call, [...list]]));
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const call = `${init.method} ${path}`;
    asked.push({ call, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    const list = left.get(call) ?? [];
    const said = list.length > 1 ? list.shift() : list[0];
    if (said === undefined || said === 'none') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(said.body), { status: said.status });
  });
  return asked;
}

/**
 * Opens the whole staff app at an address. Its words load first, so that no page spends its first second on
 * them.
 */
export async function openStaffApp(path = '/', now = () => NOW) {
  await loadWords('id', [...PARTS_OF_APP.staff]);
  const words = await loadWords('id', ['staff', 'account', 'members']);
  const session = createSession(now);
  const view = render(
    <WordsProvider words={words}>
      <SessionProvider session={session} city={metro} clock={{ now, isSure: () => true }}>
        <MemoryRouter initialEntries={[path]}>
          <StaffRoutes />
        </MemoryRouter>
      </SessionProvider>
    </WordsProvider>,
  );
  return { session, view };
}
