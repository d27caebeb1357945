import type { ReactNode } from 'react';
import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import { createCrewSync } from '../../../../offline/crew/create-crew-sync';
import { type CrewStore, openCrewStore } from '../../../../offline/crew/crew-store';
import type { ShownSheet } from '../../../../offline/crew/shown-sheet';
import { watchSheet } from '../../../../offline/crew/watch-sheet';
import { askToPersist } from '../../../../offline/store/engine/persist';
import { openOrTell } from '../../../../offline/store/engine/phone-store';
import { type StoreTrouble, storeTrouble } from '../../../../offline/store/engine/store-trouble';
import type { Sync } from '../../../../offline/sync/create-sender';
import { useSession, useStaff } from '../../shell/session/staff-context';

type CrewDevice = { readonly store: CrewStore; readonly sync: Sync };

/** `sheet` is absent while the server has given none. */
export type CrewPhone = CrewDevice & {
  readonly sheet: ShownSheet | undefined;
  /** This phone was asked what it keeps. */
  readonly isRead: boolean;
  /** Why this phone's database does not open, or no longer. */
  readonly trouble: StoreTrouble | undefined;
};

const CrewContext = createContext<CrewPhone | undefined>(undefined);

type CrewPhoneProviderProps = { children: ReactNode; device?: CrewDevice | undefined };

/** Opens the database of who is signed in, and sends from it while she is. `device` is handed in by tests. */
export function CrewPhoneProvider({ children, device }: CrewPhoneProviderProps) {
  const { me } = useStaff();
  const { session } = useSession();
  const [{ store, sync }] = useState<CrewDevice>(() => {
    if (device !== undefined) return device;
    const own = openCrewStore(me.id);
    return { store: own, sync: createCrewSync({ store: own, onShut: () => void session.check() }) };
  });
  const [read, setRead] = useState<{ sheet: ShownSheet | undefined } | undefined>(undefined);
  const [trouble, setTrouble] = useState<StoreTrouble | undefined>(undefined);
  useEffect(() => {
    const fail = (error: unknown) => setTrouble(storeTrouble(error));
    // Asked for by name: a watcher of a database that another tab holds back would wait without a word.
    openOrTell(store).catch(fail);
    return watchSheet(
      store,
      // A day of 40 visits is drawn bit by bit, and a press meanwhile is answered first.
      (sheet) =>
        startTransition(() => {
          setRead({ sheet });
          setTrouble(undefined);
        }),
      fail,
    );
  }, [store]);
  useEffect(() => {
    sync.start();
    void askToPersist();
    return () => sync.stop();
  }, [sync]);
  const phone = { store, sync, sheet: read?.sheet, isRead: read !== undefined, trouble };
  return <CrewContext value={phone}>{children}</CrewContext>;
}

/** The phone of the crew. Throws outside the provider. */
export function useCrewPhone(): CrewPhone {
  const phone = useContext(CrewContext);
  if (phone === undefined) throw new Error('useCrewPhone outside CrewPhoneProvider');
  return phone;
}
