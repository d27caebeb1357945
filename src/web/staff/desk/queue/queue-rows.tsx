import { type MouseEvent, memo } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import type { QueueLine } from '../../../../contract/staff/desk';
import { isOver } from '../../../../domain/booking/state';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { findService } from '../../../../domain/catalogue/find-service';
import { findArea } from '../../../../domain/city/search-areas';
import { hourWords, instantWords, shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { useSteady } from '../../../ui/choice-rows/use-steady';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { useStaff } from '../../shell/session/staff-context';
import { StateTag } from './state-tag';

const LIST = '/meja/permohonan';

type QueueRowsProps = { lines: readonly QueueLine[]; search: string; opened: string | undefined };

/** Shows one row per request: who, where, what, when. The whole row opens the request. */
export function QueueRows({ lines, search, opened }: QueueRowsProps) {
  const navigate = useNavigate();
  const base = useHref(LIST);
  const query = search === '' ? '' : `?${search}`;
  // A `Link` in each row would be redrawn at every change of the address.
  const open = useSteady((event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    void navigate(`${LIST}/${event.currentTarget.dataset.id}${query}`);
  });
  return (
    <ul className="queue-rows">
      {lines.map((line) => (
        <QueueRow
          key={line.id}
          line={line}
          href={`${base}/${line.id}${query}`}
          isOpened={line.id === opened}
          onOpen={open}
        />
      ))}
    </ul>
  );
}

/** Whether the press opens no new tab or window; those stay with the browser. */
function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}

type QueueRowProps = {
  line: QueueLine;
  href: string;
  isOpened: boolean;
  /** Must stay the same function at every drawing. */
  onOpen: (event: MouseEvent<HTMLAnchorElement>) => void;
};

/**
 * Redrawn only when its request changed: a day has 300 rows, and all are read again when anybody changes one.
 */
const QueueRow = memo(DrawnRow, (before, after) => {
  if (before.href !== after.href || before.isOpened !== after.isOpened) return false;
  return before.line === after.line || JSON.stringify(before.line) === JSON.stringify(after.line);
});

function DrawnRow({ line, href, isOpened, onOpen }: QueueRowProps) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const { utcOffsetMinutes } = city.settings;
  const services = line.services.map((id) => findService(city.catalogue, id)?.shortName ?? id).join(', ');
  const unit = city.settings.units.find(({ id }) => id === line.scheduled?.unit)?.name ?? '';
  const when =
    line.scheduled === undefined
      ? t('desk.row.asked', { at: instantWords(line.submittedAt, locale, utcOffsetMinutes, now()) })
      : `${shortDayWords(line.scheduled.date, locale, localDateAt(now(), utcOffsetMinutes))}, ${hourWords(line.scheduled)}, ${unit}`;
  return (
    <li>
      <a
        className="queue-row"
        href={href}
        data-id={line.id}
        onClick={onOpen}
        aria-current={isOpened ? 'true' : undefined}
      >
        <span className="queue-row__head">
          <strong className="queue-row__name">
            {line.erasedAt === undefined ? line.recipientName : t('desk.row.erased')}
          </strong>
          <span className="queue-row__number">{`${line.number.slice(0, 4)} ${line.number.slice(4)}`}</span>
        </span>
        <span>{services}</span>
        <span className="desk-soft">
          {`${findArea(city.areas, line.area)?.kelurahan ?? line.area} · ${when} · ${t('desk.row.minutes', { minutes: line.minutes })}`}
        </span>
        <span className="queue-row__tags">
          <StateTag booking={line} />
          {line.place !== undefined && <span>{t('desk.row.place', { place: line.place })}</span>}
          {line.acceptedAt === undefined && !isOver(line.state) && (
            <StatusTag tone="warning">{t('desk.row.new')}</StatusTag>
          )}
          {line.hasQuestion && <StatusTag tone="waiting">{t('desk.row.question')}</StatusTag>}
          {line.hasConflict && <StatusTag tone="bad">{t('desk.row.conflict')}</StatusTag>}
          {line.doubles.length > 0 && <StatusTag tone="warning">{t('desk.row.double')}</StatusTag>}
        </span>
      </a>
    </li>
  );
}
