import type { HistoryLine } from '../../../../contract/staff/run-sheet';
import { instantWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { ChangedParts } from '../../shell/changed/changed-parts';
import { useStaff } from '../../shell/session/staff-context';

type FileHistoryProps = { title: string; lines: readonly HistoryLine[]; empty?: string };

/** Lists what happened, the newest first. */
export function FileHistory({ title, lines, empty }: FileHistoryProps) {
  const { locale, t } = useWords();
  const { city } = useStaff();
  const byWords = (by: string) => {
    const known = ACTORS.find((actor) => actor === by);
    return known === undefined ? by : t(`desk.actor.${known}`);
  };
  if (lines.length === 0 && empty === undefined) return null;
  return (
    <section className="file__history">
      <h3>{title}</h3>
      {lines.length === 0 && <p className="desk-soft">{empty}</p>}
      <ol className="history" reversed>
        {[...lines].reverse().map(({ at, by, action, note, parts }) => (
          <li key={`${at} ${by} ${action} ${note}`}>
            <span className="desk-soft">
              {`${instantWords(at, locale, city.settings.utcOffsetMinutes)} · ${t('desk.history.by', { by: byWords(by) })}`}
            </span>
            <span>{[t(`desk.history.${actionKey(action)}`), note].filter(Boolean).join(': ')}</span>
            {parts !== undefined && <ChangedParts parts={parts} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The actors that stand in place of a person's name. */
const ACTORS = ['requester', 'follower', 'system', 'crew', 'desk'] as const;

const ACTIONS = [
  'submit',
  'cancel',
  'choose-window',
  'change-request',
  'promote',
  'depart',
  'arrive',
  'close',
  'return',
  'accept',
  'ask',
  'refer',
  'note',
  'late-depart',
  'late-arrive',
  'late-record',
  'late-return',
  'record-kept',
  'record-dropped',
  'attach-photo',
  'remove-photo',
  'judge-photo',
  'visit-photo',
  'forget-photos',
  'erase',
] as const;

function actionKey(action: string): (typeof ACTIONS)[number] | 'other' {
  return ACTIONS.find((known) => known === action) ?? 'other';
}
