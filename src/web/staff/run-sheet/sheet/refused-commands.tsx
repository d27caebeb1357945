import { useNavigate } from 'react-router-dom';
import type { RecordConflict } from '../../../../contract/staff/run-sheet';
import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { dropRefused, editRefusedRecord } from '../../../../offline/crew/refused-commands';
import type { RefusedCommand } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { useFailureCodeWords } from '../../shell/api/failure-words';
import { useStaff } from '../../shell/session/staff-context';
import { STEPS, visitPath } from '../sheet-paths';
import { useCrewPhone } from './crew-phone';
import { momentWords } from './sheet-words';

/**
 * Lists records of visits that were moved or ended in the meantime. The records are kept until the desk
 * decides.
 */
export function Conflicts({ conflicts }: { conflicts: readonly RecordConflict[] }) {
  const { t } = useWords();
  const { city, now } = useStaff();
  return conflicts.map(({ recordId, number, why, at }) => (
    <Notice key={recordId} kind="warning" title={t(`run-sheet.conflict.${why}`)}>
      <p>
        {t('run-sheet.conflict.text', {
          number: formatPublicNumber(number),
          time: momentWords(at, city, now()),
        })}
      </p>
    </Notice>
  ));
}

/**
 * Lists what the server refused, and why. The crew can change a refused record if its visit is still on the
 * sheet (`canEdit`), and dismisses anything else after reading it.
 */
export function RefusedCommands({
  refused,
  canEdit,
}: {
  refused: readonly RefusedCommand[];
  canEdit: boolean;
}) {
  const { t } = useWords();
  const { store } = useCrewPhone();
  const problemWords = useFailureCodeWords();
  const navigate = useNavigate();
  return refused.map(({ command, problem, recipientName, number }) => (
    <Notice
      key={command.id}
      kind="problem"
      title={t('run-sheet.refused.title', { command: t(`run-sheet.command.${command.name}`) })}
    >
      <p>
        {recipientName}, {formatPublicNumber(number)}. {problemWords(problem.code)}
      </p>
      {'note' in command && command.note !== '' && <p>{command.note}</p>}
      {'text' in command && <p>{command.text}</p>}
      <div className="refused__actions">
        {canEdit && command.name === 'record-visit' && (
          <Button
            variant="secondary"
            icon="edit"
            onClick={() =>
              void editRefusedRecord(store, command.id).then(() =>
                navigate(visitPath(command.bookingId, STEPS.record)),
              )
            }
          >
            {t('run-sheet.refused.edit')}
          </Button>
        )}
        <Button variant="quiet" icon="check" onClick={() => void dropRefused(store, command.id)}>
          {t('run-sheet.refused.read')}
        </Button>
      </div>
    </Notice>
  ));
}
