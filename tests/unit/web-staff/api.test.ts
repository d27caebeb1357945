// @vitest-environment jsdom
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure, callApi, watchSessionEnd } from '../../../src/web/staff/shell/api/api';
import { answerCalls, problem, say } from './staff-page';

const schema = v.object({ name: v.string() });
const call = () => callApi('GET', '/api/x', schema);

afterEach(() => vi.unstubAllGlobals());

describe('a call to the staff API', () => {
  it('returns what the schema reads', async () => {
    answerCalls({ 'GET /api/x': [say({ name: 'a', more: 1 })] });
    expect(await call()).toEqual({ name: 'a' });
  });

  it.each([
    ['a known problem', problem(409, 'booking-changed'), 'booking-changed'],
    ['a problem of a newer server', problem(418, 'tea'), 'problem-unknown'],
    ['an answer in another shape', say({ name: 1 }), 'answer-not-valid'],
    ['no answer', 'none', 'no-answer'],
  ] as const)('fails with a code after %s', async (_name, said, code) => {
    answerCalls({ 'GET /api/x': [said] });
    await expect(call()).rejects.toMatchObject({ code });
    await expect(call()).rejects.toBeInstanceOf(ApiFailure);
  });

  it.each([
    [413, 'request-too-large'],
    [502, 'server-busy'],
    [503, 'server-busy'],
    [504, 'server-busy'],
    [403, 'answer-not-valid'],
  ])('reads the page of a proxy with %i by its status', async (status, code) => {
    vi.stubGlobal('fetch', async () => new Response('<html>nginx</html>', { status }));
    await expect(call()).rejects.toMatchObject({ code });
  });

  it('tells a lost connection from a silent server', async () => {
    answerCalls({ 'GET /api/x': ['none'] });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await expect(call()).rejects.toMatchObject({ code: 'no-network' });
    vi.restoreAllMocks();
  });

  it('reports that the session ended, for that code only', async () => {
    answerCalls({ 'GET /api/x': [problem(401, 'totp-needed'), problem(401, 'sign-in-needed')] });
    const onEnd = vi.fn();
    const stop = watchSessionEnd(onEnd);
    await expect(call()).rejects.toThrow();
    expect(onEnd).not.toHaveBeenCalled();
    await expect(call()).rejects.toThrow();
    expect(onEnd).toHaveBeenCalledTimes(1);
    stop();
  });

  it('sends a body as JSON', async () => {
    const asked = answerCalls({ 'POST /api/x': [say({ name: 'a' })] });
    await callApi('POST', '/api/x', schema, { body: { code: '1' } });
    expect(asked).toEqual([{ call: 'POST /api/x', body: { code: '1' } }]);
  });
});
