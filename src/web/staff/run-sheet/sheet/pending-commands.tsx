import { useState } from 'react';
import { undoCrewCommand } from '../../../../offline/crew/queue-command';
import type { PendingCommand } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { useStaff } from '../../shell/session/staff-context';
import { useCrewPhone } from './crew-phone';
import { momentWords } from './sheet-words';

/**
 * Lists the commands of one visit that wait on this phone, with an undo button while that is possible. A
 * screen reader announces each as it appears.
 */
export function PendingCommands({ pending }: { pending: readonly PendingCommand[] }) {
  const { t } = useWords();
  const { city, now } = useStaff();
  const { store } = useCrewPhone();
  const [isTooLate, setIsTooLate] = useState(false);
  return (
    <div className="pending" role="status">
      {pending.map(({ command, canUndo }) => (
        <div className="pending__row" key={command.id}>
          <Icon name="handset" />
          <p>
            <strong>{t(`run-sheet.command.${command.name}`)}</strong>{' '}
            {momentWords(command.madeAt, city, now())}.{' '}
            {t(canUndo ? 'run-sheet.delivery.kept' : 'run-sheet.delivery.onTheWay')}
          </p>
          {canUndo && (
            <Button
              variant="secondary"
              icon="back"
              onClick={() =>
                void undoCrewCommand(store, command.id).then((isUndone) => setIsTooLate(!isUndone))
              }
            >
              {t('run-sheet.undo')}
            </Button>
          )}
        </div>
      ))}
      {isTooLate && <p>{t('run-sheet.undo.tooLate')}</p>}
    </div>
  );
}
