// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Carrying = typeof import('../../../src/web/ui/carry-over/carry-over');

/** Its listeners outlive it here, as no page of a browser does. */
let pageBefore: Carrying | undefined;

/** Loads the app again: the modules forget everything, and only the tab's storage stays. */
async function loadApp(owner = 'resident') {
  pageBefore?.forgetCarried();
  vi.resetModules();
  const carrying: Carrying = await import('../../../src/web/ui/carry-over/carry-over');
  const { useCarried } = await import('../../../src/web/ui/carry-over/use-carried');
  carrying.startCarrying(owner);
  pageBefore = carrying;
  return { ...carrying, useCarried };
}

const leavePage = () => window.dispatchEvent(new Event('pagehide'));
const kept = () => JSON.stringify({ ...sessionStorage });

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

test('a form is carried over a reload only while the store fails, and is erased when read', async () => {
  const first = await loadApp();
  const { result } = renderHook(() => first.useCarried('form', { name: '', phone: '' }));
  act(() => result.current[1]({ name: 'Contoh', phone: '08' }));
  leavePage();
  expect(kept()).toBe('{}');
  const end = first.beginCarrying();
  leavePage();
  expect(kept()).toContain('Contoh');
  cleanup();

  const second = await loadApp();
  expect(kept()).toBe('{}');
  const again = renderHook(() => second.useCarried('form', { name: '', phone: '' }));
  expect(again.result.current[0]).toEqual({ name: 'Contoh', phone: '08' });
  expect(second.takeCarried('form')).toBeUndefined();
  end();
});

test('what nobody has taken yet is carried over the next reload too, and can be forgotten', async () => {
  const first = await loadApp();
  first.leaveCarried('draft:1', { street: 'Jalan' });
  leavePage();
  await loadApp();
  leavePage();
  const third = await loadApp();
  expect(third.takeCarried('draft:1')).toEqual({ street: 'Jalan' });
  third.leaveCarried('draft:1', { street: 'Jalan' });
  third.forgetCarried();
  leavePage();
  expect(kept()).toBe('{}');
});

test.each([
  ['another form', { title: 'x' }],
  ['a text', 'x'],
  ['nothing', null],
  ['a field of another kind', { name: 1, phone: '' }],
  ['a list', []],
])('%s from another version of the app is not taken for the form', async (_, left) => {
  const app = await loadApp();
  app.leaveCarried('form', left);
  const { result } = renderHook(() => app.useCarried('form', { name: '', phone: '' }));
  expect(result.current[0]).toEqual({ name: '', phone: '' });
});

test('more than any form holds is not carried, and what is no JSON is erased', async () => {
  const first = await loadApp();
  first.leaveCarried('form', 'x'.repeat(300_000));
  leavePage();
  expect(kept()).toBe('{}');
  sessionStorage.setItem('mpp-carried-resident', '{"form"');
  const second = await loadApp();
  expect([second.takeCarried('form'), kept()]).toEqual([undefined, '{}']);
});
