import * as v from 'valibot';
import { expect } from 'vitest';
import { type SyncResponse, syncResponse } from '../../src/contract/sync';
import { makeSubmission, newSecret, type Submission } from '../support/test-app';

export type Phone = {
  readonly secret: string;
  readonly sent: Submission[];
  readonly acknowledged: Set<string>;
};

/** How often a phone comes again where the server asks for it. */
export type Patience = { readonly tries: number; readonly pauseMs: number };

const PATIENCE: Patience = { tries: 4, pauseMs: 2_000 };

export function makePhones(count: number): Phone[] {
  return Array.from({ length: count }, () => ({ secret: newSecret(), sent: [], acknowledged: new Set() }));
}

export function postSync(url: string, phone: Phone, commands: readonly Submission[]): Promise<Response> {
  return fetch(`${url}/api/sync`, {
    method: 'POST',
    headers: { authorization: `Device ${phone.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, cursor: null, commands }),
  });
}

/** Asks once more where the server said to come again, as a phone does; every other answer than 200 fails the test. */
async function sync(
  url: string,
  phone: Phone,
  commands: readonly Submission[],
  patience = PATIENCE,
): Promise<SyncResponse> {
  const answer = await postSync(url, phone, commands);
  if (answer.status !== 200) {
    const problem = await answer.text();
    expect(answer.status, problem).toBe(503);
    expect(answer.headers.get('retry-after'), problem).not.toBeNull();
    expect(patience.tries, problem).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
    return sync(url, phone, commands, { ...patience, tries: patience.tries - 1 });
  }
  const parsed = v.parse(syncResponse, await answer.json());
  for (const result of parsed.results) if (result.outcome === 'done') phone.acknowledged.add(result.id);
  return parsed;
}

/** Sends one new booking. */
export async function book(url: string, phone: Phone, patience = PATIENCE): Promise<void> {
  const submission = makeSubmission();
  phone.sent.push(submission);
  await sync(url, phone, [submission], patience);
}

/** All that was sent is sent again, as a phone does that had no answer: then each stands there once. */
export async function checkPhone(url: string, phone: Phone, patience = PATIENCE): Promise<void> {
  const before = await sync(url, phone, [], patience);
  const known = before.changes.map((row) => row.id);
  const acknowledged = phone.sent.filter((submission) => phone.acknowledged.has(submission.id));
  expect(known).toEqual(expect.arrayContaining(acknowledged.map((submission) => submission.bookingId)));
  const after = await sync(url, phone, phone.sent, patience);
  expect(after.results.map((result) => result.outcome)).toEqual(phone.sent.map(() => 'done'));
  expect(after.changes.map((row) => row.id).sort()).toEqual(phone.sent.map((sent) => sent.bookingId).sort());
}
