import type { StaffMember } from '../../../../contract/staff/auth';
import type { Session } from './session';

/**
 * Deletes the run sheet from this phone when a crew member signs out or another member signs in. Records not
 * sent yet stay for the crew member's next sign-in. A session that expired keeps the sheet, hidden.
 */
export function clearPhoneAfterSignOut(session: Session): void {
  let last: StaffMember | undefined;
  session.watch(() => {
    const state = session.read();
    const me = state.kind === 'signed-in' ? state.session.me : undefined;
    const isSignedOut = state.kind === 'signed-out' && state.last === undefined;
    const hasLeft = last?.role === 'crew' && (isSignedOut || (me !== undefined && me.id !== last.id));
    if (hasLeft && last !== undefined) void clear(last);
    if (isSignedOut || me !== undefined) last = me;
  });
}

async function clear({ id }: StaffMember): Promise<void> {
  const [{ openCrewStore }, { removeSheet }] = await Promise.all([
    import('../../../../offline/crew/crew-store'),
    import('../../../../offline/crew/leave-phone'),
  ]);
  const store = openCrewStore(id);
  await removeSheet(store);
  store.close();
}
