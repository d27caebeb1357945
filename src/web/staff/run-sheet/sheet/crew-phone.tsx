import type { ReactNode } from 'react';
import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import { createCrewSync } from '../../../../offline/crew/create-crew-sync';
import { type CrewStore, openCrewStore } from '../../../../offline/crew/crew-store';
import type { ShownSheet } from '../../../../offline/crew/shown-sheet';
import { watchSheet } from '../../../../offline/crew/watch-sheet';
import { askToPersist } from '../../../../offline/store/engine/persist';
import { openOrTell } from '../../../../offline/store/engine/phone-store';
import { watchTrouble } from '../../../../offline/store/engine/store-health';
import { type StoreTrouble, storeTrouble } from '../../../../offline/store/engine/store-trouble';
import type { Sync } from '../../../../offline/sync/create-sender';
import { useSession, useStaff } from '../../shell/session/staff-context';

type CrewDevice = { readonly store: CrewStore; readonly sync: Sync };

/** `sheet` is undefined until the server has given one. */
export type CrewPhone = CrewDevice & {
  readonly sheet: ShownSheet | undefined;
  /** Whether this phone has read what it keeps. */
  readonly isRead: boolean;
  /** Why this phone's database does not open, or has stopped working. */
  readonly trouble: StoreTrouble | undefined;
};

const CrewContext = createContext<CrewPhone | undefined>(undefined);

type CrewPhoneProviderProps = { children: ReactNode; device?: CrewDevice | undefined };

/**
 * Opens the database of the signed-in crew member, and sends from it while they are signed in. Tests pass in
 * `device`.
 */
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
  useEffect(() => watchTrouble(store, setTrouble), [store]);
  useEffect(() => {
    const fail = (error: unknown) => setTrouble(storeTrouble(error));
    // Opened explicitly, because a watcher alone would wait silently for a database that another tab blocks.
    openOrTell(store).catch(fail);
    return watchSheet(
      store,
      // A transition draws a day of 40 visits in small parts, so that a press in between is answered first.
      (sheet) =>
        startTransition(() => {
          setRead({ sheet });
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

/** Returns the crew's phone. Throws outside the provider. */
export function useCrewPhone(): CrewPhone {
  const phone = useContext(CrewContext);
  if (phone === undefined) throw new Error('useCrewPhone outside CrewPhoneProvider');
  return phone;
}
