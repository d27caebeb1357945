import { render } from '@testing-library/react';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { metro } from '../../../src/city/metro/metro';
import type { SignedIn } from '../../../src/contract/staff/auth';
import type { SheetVisit } from '../../../src/contract/staff/run-sheet';
import { applyCrewSync } from '../../../src/offline/crew/apply-crew-sync';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { readCrewKey } from '../../../src/offline/crew/crew-key';
import { openCrewStore } from '../../../src/offline/crew/crew-store';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { RunSheetRoutes } from '../../../src/web/staff/run-sheet/run-sheet-routes';
import { createSession } from '../../../src/web/staff/shell/session/session';
import { SessionProvider, StaffProvider } from '../../../src/web/staff/shell/session/staff-context';
import { makeSheet, NOW_MS } from './make-sheet';

const words = await loadWords('id', ['staff', 'run-sheet', 'staff-photo']);
const OFFLINE_UNTIL_MS = Date.UTC(2026, 10, 25, 17);

/** Makes a crew's phone without a network that has already read this sheet. */
export async function makeDevice(visits: readonly SheetVisit[], rest?: Parameters<typeof makeSheet>[1]) {
  const store = openCrewStore(makeId(), { indexedDB: new IDBFactory(), IDBKeyRange });
  const answer = { results: [], sheet: makeSheet(visits, rest), cursor: '1' } as unknown;
  await applyCrewSync(store, await readCrewKey(store), answer as Parameters<typeof applyCrewSync>[2], NOW_MS);
  const fetch = () => Promise.reject(new TypeError('no network'));
  return { store, sync: createCrewSync({ store, fetch, now: () => NOW_MS, locks: null }) };
}

type Device = Awaited<ReturnType<typeof makeDevice>>;

/** Renders the run sheet at an address below it; a later `nowMs` shows it as of that time. */
export function renderSheet(device: Device, address = '', nowMs = NOW_MS) {
  const me = { id: device.store.staffId, name: 'Rina Contoh', role: 'crew', unit: 'unit-1', areas: [] };
  const signedIn = { me, offlineUntil: new Date(OFFLINE_UNTIL_MS).toISOString() } as unknown as SignedIn;
  const now = () => nowMs;
  const isSure = () => true;
  const staff = { city: metro, now, isTimeSure: isSure, me: signedIn.me, signedIn, isOffline: true };
  return render(
    <MemoryRouter initialEntries={[`/tugas${address}`]}>
      <WordsProvider words={words}>
        <SessionProvider session={createSession(now)} city={metro} clock={{ now, isSure }}>
          <StaffProvider staff={staff}>
            <Routes>
              <Route path="tugas/*" element={<RunSheetRoutes device={device} />} />
            </Routes>
          </StaffProvider>
        </SessionProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
}
