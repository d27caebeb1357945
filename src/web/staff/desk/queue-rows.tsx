import { memo } from 'react';
import { Link } from 'react-router-dom';
import type { QueueLine } from '../../../contract/staff/desk';
import { findService } from '../../../domain/catalogue/find-service';
import { findArea } from '../../../domain/city/search-areas';
import { hourWords, instantWords, shortDayWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { StatusTag } from '../../ui/status-tag/status-tag';
import { useStaff } from '../shell/staff-context';
import { stateTone } from './state-tone';

type QueueRowsProps = { lines: readonly QueueLine[]; search: string; opened: string | undefined };

/** One line a request: who, where, what, when; the whole line opens it. */
export function QueueRows({ lines, search, opened }: QueueRowsProps) {
  return (
    <ul className="queue-rows">
      {lines.map((line) => (
        <li key={line.id}>
          <QueueRow line={line} search={search} isOpened={line.id === opened} />
        </li>
      ))}
    </ul>
  );
}

type QueueRowProps = { line: QueueLine; search: string; isOpened: boolean };

/** Drawn again only when it changed: a day has 300 of them. */
const QueueRow = memo(function QueueRow({ line, search, isOpened }: QueueRowProps) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const services = line.services.map((id) => findService(city.catalogue, id)?.shortName ?? id).join(', ');
  const unit = city.settings.units.find(({ id }) => id === line.scheduled?.unit)?.name ?? '';
  const when =
    line.scheduled === undefined
      ? t('desk.row.asked', { at: instantWords(line.submittedAt, locale, city.settings.utcOffsetMinutes) })
      : `${shortDayWords(line.scheduled.date, locale)}, ${hourWords(line.scheduled)}, ${unit}`;
  return (
    <Link
      className="queue-row"
      to={{ pathname: `/meja/permohonan/${line.id}`, search }}
      aria-current={isOpened ? 'true' : undefined}
    >
      <span className="queue-row__head">
        <strong className="queue-row__name">{line.recipientName}</strong>
        <span className="queue-row__number">{`${line.number.slice(0, 4)} ${line.number.slice(4)}`}</span>
      </span>
      <span>{services}</span>
      <span className="desk-soft">
        {`${findArea(city.areas, line.area)?.kelurahan ?? line.area} · ${when} · ${t('desk.row.minutes', { minutes: line.minutes })}`}
      </span>
      <span className="queue-row__tags">
        <StatusTag tone={stateTone(line.state)}>{t(`desk.state.${line.state}`)}</StatusTag>
        {line.place !== undefined && <span>{t('desk.row.place', { place: line.place })}</span>}
        {line.acceptedAt === undefined && line.state !== 'closed' && line.state !== 'cancelled' && (
          <StatusTag tone="warning">{t('desk.row.new')}</StatusTag>
        )}
        {line.hasQuestion && <StatusTag tone="waiting">{t('desk.row.question')}</StatusTag>}
        {line.hasConflict && <StatusTag tone="bad">{t('desk.row.conflict')}</StatusTag>}
        {line.doubles.length > 0 && <StatusTag tone="warning">{t('desk.row.double')}</StatusTag>}
      </span>
    </Link>
  );
});
