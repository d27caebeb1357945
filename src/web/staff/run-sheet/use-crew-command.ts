import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type NewCrewCommand, OtherWaitsError, queueCrewCommand } from '../../../offline/crew/queue-command';
import type { ShownVisit } from '../../../offline/crew/shown-sheet';
import { useStaff } from '../shell/session/staff-context';
import { useCrewPhone } from './sheet/crew-phone';
import { visitPath } from './sheet-paths';

export type CommandFailure = 'failed' | 'other';

/**
 * Keeps a command on this phone and opens its visit. `failure`: nothing happened, since this phone
 * could not keep the command, or another window has kept a different one, which goes first.
 */
export function useCrewCommand(visit: ShownVisit) {
  const { store } = useCrewPhone();
  const { now } = useStaff();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<CommandFailure>();
  const keep = (command: NewCrewCommand) => {
    setFailure(undefined);
    queueCrewCommand(store, visit, command, now()).then(
      () => void navigate(visitPath(visit.id)),
      (error: unknown) => setFailure(error instanceof OtherWaitsError ? 'other' : 'failed'),
    );
  };
  return { keep, failure };
}
