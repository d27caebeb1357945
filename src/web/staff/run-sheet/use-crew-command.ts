import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type NewCrewCommand, queueCrewCommand } from '../../../offline/crew/queue-command';
import type { ShownVisit } from '../../../offline/crew/shown-sheet';
import { useStaff } from '../shell/session/staff-context';
import { useCrewPhone } from './sheet/crew-phone';
import { visitPath } from './sheet-paths';

/**
 * Keeps a command on this phone and opens its visit. `hasFailed`: this phone could not keep the command, so
 * nothing happened.
 */
export function useCrewCommand(visit: ShownVisit) {
  const { store } = useCrewPhone();
  const { now } = useStaff();
  const navigate = useNavigate();
  const [hasFailed, setHasFailed] = useState(false);
  const keep = (command: NewCrewCommand) => {
    setHasFailed(false);
    queueCrewCommand(store, visit, command, now()).then(
      () => void navigate(visitPath(visit.id)),
      () => setHasFailed(true),
    );
  };
  return { keep, hasFailed };
}
