import type { ConfigFile } from '../../../../contract/staff/config';
import { instantWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { useStaff } from '../../shell/session/staff-context';

/** Lists the changes of the configuration, the newest first: who, when and why. */
export function ConfigHistory({ lines }: { lines: ConfigFile['history'] }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const { utcOffsetMinutes } = city.settings;
  return (
    <ul className="set-up-history">
      {lines.map(({ revision, at, by, note }) => (
        <li key={revision}>
          <strong>{by}</strong> <time dateTime={at}>{instantWords(at, locale, utcOffsetMinutes)}</time>{' '}
          <span className="set-up-soft">{t('set-up.history.revision', { revision })}</span>
          <span className="set-up-note">{note === '' ? t('set-up.history.noNote') : note}</span>
        </li>
      ))}
    </ul>
  );
}
