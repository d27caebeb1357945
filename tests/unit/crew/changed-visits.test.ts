import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { SheetVisit } from '../../../src/contract/staff/run-sheet';
import type { StaffId } from '../../../src/domain/staff/role';
import { applyCrewSync } from '../../../src/offline/crew/apply-crew-sync';
import { readChange } from '../../../src/offline/crew/changed-visits';
import { readCrewKey } from '../../../src/offline/crew/crew-key';
import { openCrewStore } from '../../../src/offline/crew/crew-store';
import type { ShownSheet } from '../../../src/offline/crew/shown-sheet';
import { watchSheet } from '../../../src/offline/crew/watch-sheet';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { makeSheet, makeVisit, NOW_MS } from './make-sheet';

test('a request that changed is marked until the crew has read it, and a visit new on the sheet is not', async () => {
  const store = openCrewStore(makeId<StaffId>());
  const [a, b] = await Promise.all([makeVisit({ position: 1 }), makeVisit({ position: 2 })]);
  let cursor = 0;
  const give = async (...visits: SheetVisit[]) => {
    cursor += 1;
    const answer = { results: [], sheet: makeSheet(visits), cursor: String(cursor) as never };
    await applyCrewSync(store, await readCrewKey(store), answer, NOW_MS);
  };
  const marked = async () => {
    const sheet = await new Promise<ShownSheet | undefined>((resolve, reject) => {
      const stop = watchSheet(
        store,
        (shown) => {
          stop();
          resolve(shown);
        },
        reject,
      );
    });
    return sheet?.days[0]?.visits.filter(({ isChanged }) => isChanged).map(({ id }) => id);
  };
  const changed = (visit: SheetVisit, requestChangedAt: string) => ({ ...visit, requestChangedAt });
  await give(a);
  expect(await marked()).toEqual([]);
  const late = changed(b, '2026-11-24T01:00:00.000Z');
  await give(changed(a, '2026-11-25T00:10:00.000Z'), late);
  expect(await marked()).toEqual([a.id]);
  await give(changed(a, '2026-11-25T00:10:00.000Z'), late);
  expect(await marked(), 'nobody has read it yet').toEqual([a.id]);
  await readChange(store, a.id);
  expect(await marked()).toEqual([]);
  await give(changed(a, '2026-11-25T00:20:00.000Z'), late);
  expect(await marked()).toEqual([a.id]);
});
