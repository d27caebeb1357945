// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { GENERATION_HEADER } from '../../../src/contract/generation';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { callApi } from '../../../src/web/staff/shell/api/api';
import { useRead } from '../../../src/web/staff/shell/api/use-read';
import { PutBackNotice } from '../../../src/web/staff/shell/frame/put-back-notice';

afterEach(() => vi.unstubAllGlobals());

const FIRST = 'first-generation-22chr';
const SECOND = 'second-generation-22ch';
const schema = v.object({ name: v.string() });

function Shown() {
  const { data, failure } = useRead('x', () => callApi('GET', '/api/x', schema));
  return (
    <>
      <p>{data?.name ?? String(failure)}</p>
      <label>
        Catatan <input />
      </label>
      <PutBackNotice />
    </>
  );
}

test('a page reads again and says so, names what it knows, and keeps what was typed', async () => {
  let served = { generation: FIRST, name: 'before' };
  const named: (string | undefined)[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    named.push((init.headers as Record<string, string>)[GENERATION_HEADER]);
    return Response.json({ name: served.name }, { headers: { [GENERATION_HEADER]: served.generation } });
  });
  render(
    <WordsProvider words={await loadWords('id', ['staff'])}>
      <Shown />
    </WordsProvider>,
  );
  await screen.findByText('before');
  await userEvent.type(screen.getByLabelText('Catatan'), 'Pagar biru');
  expect(screen.queryByText('Data kota kembali ke salinan lama')).toBeNull();

  served = { generation: SECOND, name: 'after' };
  await callApi('POST', '/api/x', schema, { body: {} });
  await screen.findByText('after');
  expect(named).toEqual([undefined, FIRST, SECOND]);
  expect(screen.getByLabelText<HTMLInputElement>('Catatan').value).toBe('Pagar biru');
  await userEvent.click(screen.getByRole('button', { name: 'Saya mengerti' }));
  await waitFor(() => expect(screen.queryByText('Data kota kembali ke salinan lama')).toBeNull());
});
