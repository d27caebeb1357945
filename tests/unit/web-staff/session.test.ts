// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '../../../src/web/staff/shell/session/session';
import { answerCalls, NOW, problem, say, signedInAs } from './staff-page';

const ME = 'GET /api/staff/me';
const NIGHT = Date.parse('2026-12-01T17:00:01Z');

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('the session', () => {
  it('is what the server says', async () => {
    answerCalls({ [ME]: [say(signedInAs('crew'))] });
    const session = createSession(() => NOW);
    await session.check();
    expect(session.read()).toEqual({ kind: 'signed-in', session: signedInAs('crew'), isOffline: false });
  });

  it('lets a crew work without a connection until the end of the day, and not after', async () => {
    answerCalls({ [ME]: [say(signedInAs('crew')), 'none'] });
    await createSession(() => NOW).check();
    const again = createSession(() => NOW);
    await again.check();
    expect(again.read()).toMatchObject({ kind: 'signed-in', isOffline: true });
    const late = createSession(() => NIGHT);
    await late.check();
    expect(late.read()).toMatchObject({ kind: 'unreachable' });
  });

  it('ends at the end of the day while it is open', async () => {
    let now = NOW;
    answerCalls({ [ME]: [say(signedInAs('crew')), 'none'] });
    const session = createSession(() => now);
    await session.check();
    now = NIGHT;
    await session.check();
    expect(session.read()).toMatchObject({ kind: 'signed-out', last: signedInAs('crew') });
    expect(localStorage.length).toBe(0);
  });

  it.each(['coordinator', 'kelurahan', 'admin'] as const)('keeps nothing for a %s', async (role) => {
    answerCalls({ [ME]: [say(signedInAs(role)), 'none'] });
    await createSession(() => NOW).check();
    expect(localStorage.length).toBe(0);
    const again = createSession(() => NOW);
    await again.check();
    expect(again.read()).toMatchObject({ kind: 'unreachable' });
  });

  it('is deleted from the phone when the server does not know it', async () => {
    answerCalls({ [ME]: [say(signedInAs('crew')), problem(401, 'sign-in-needed')] });
    const session = createSession(() => NOW);
    await session.check();
    expect(localStorage.length).toBe(1);
    await session.check();
    expect(session.read()).toEqual({ kind: 'signed-out', last: signedInAs('crew') });
    expect(localStorage.length).toBe(0);
  });

  it('stays when signing out does not reach the server', async () => {
    answerCalls({ [ME]: [say(signedInAs('crew'))], 'POST /api/staff/sign-out': ['none', say({})] });
    const session = createSession(() => NOW);
    await session.check();
    await expect(session.signOut()).rejects.toMatchObject({ code: 'no-answer' });
    expect(session.read()).toMatchObject({ kind: 'signed-in' });
    await session.signOut();
    expect(session.read()).toEqual({ kind: 'signed-out' });
    expect(localStorage.length).toBe(0);
  });

  it.each(['{', '{"me":{}}', 'null'])('is not opened by anything else in the store: %s', async (kept) => {
    localStorage.setItem('mpp-staff-session', kept);
    answerCalls({});
    const session = createSession(() => NOW);
    await session.check();
    expect(session.read()).toMatchObject({ kind: 'unreachable' });
  });
});
