import { useState } from 'react';
import type { BookingFile, DeskSlots } from '../../../../contract/staff/desk';
import { splitVisits } from '../../../../domain/booking/split-visits';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { findService, needsOf } from '../../../../domain/catalogue/find-service';
import { hourWords, shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { RadioRows } from '../../../ui/choice-rows/choice-rows';
import { Notice } from '../../../ui/notice/notice';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { useStaff } from '../../shell/session/staff-context';
import { readSlots } from '../desk-api';
import { FailureNotice } from '../failure-notice';

type Slot = DeskSlots['slots'][number];

type MovePanelProps = {
  file: BookingFile;
  isSending: boolean;
  onMove: (choice: Pick<Slot, 'date' | 'window' | 'unit'>) => void;
};

/** Moves the visit to another window or unit, and shows the minutes each would have left. */
export function MovePanel({ file, isSending, onMove }: MovePanelProps) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const [chosen, setChosen] = useState<string>();
  const [error, setError] = useState<string>();
  const { request, minutes, scheduled, id } = file.booking;
  const nameOf = (programme: string) =>
    city.settings.programmes.find((one) => one.id === programme)?.name ?? programme;
  const area = request.place.area;
  const services = request.services.flatMap((service) => findService(city.catalogue, service) ?? []);
  const needs = needsOf(services);
  const { data, failure, again } = useRead(`${id} ${minutes} ${area}`, () => readSlots(area, minutes, needs));
  if (failure !== undefined) return <FailureNotice failure={failure} again={again} />;
  if (data === undefined) return <Skeleton rows={3} />;
  const offered = data.slots.filter((slot) => slot.room && !isThere(slot, scheduled));
  // A booking made before its programmes had their own units.
  const parts = splitVisits(city, services, area);
  if (parts.length > 0) {
    const names = parts.map(({ programme }) => nameOf(programme)).join(', ');
    return <Notice kind="warning">{t('desk.move.apart', { programmes: names })}</Notice>;
  }
  if (offered.length === 0) return <Notice kind="info">{t('desk.move.none')}</Notice>;
  const unitName = (slot: Slot) =>
    city.settings.units.find((unit) => unit.id === slot.unit)?.name ?? slot.unit;
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const choices = offered.map((slot) => ({
    value: keyOf(slot),
    label: `${shortDayWords(slot.date, locale, today)}, ${hourWords(slot)}, ${unitName(slot)}`,
    hint: t('desk.move.effect', {
      now: slot.usedMinutes,
      after: slot.usedMinutes + minutes,
      all: slot.capacityMinutes,
      visits: slot.visits,
    }),
  }));
  return (
    <form
      className="file__panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const slot = offered.find((candidate) => keyOf(candidate) === chosen);
        if (slot === undefined) setError(t('desk.move.choose'));
        else onMove({ date: slot.date, window: slot.window, unit: slot.unit });
      }}
    >
      <div className="file__slots">
        <RadioRows
          id="move-to"
          label={t('desk.move.label')}
          hint={scheduled === undefined ? undefined : t('desk.move.frees', { minutes })}
          error={error}
          choices={choices}
          value={chosen}
          onChange={setChosen}
        />
      </div>
      <Button type="submit" busy={isSending}>
        {t('desk.move.send')}
      </Button>
    </form>
  );
}

function keyOf({ date, window, unit }: Pick<Slot, 'date' | 'window' | 'unit'>): string {
  return `${date} ${window} ${unit}`;
}

function isThere(slot: Slot, scheduled: BookingFile['booking']['scheduled']): boolean {
  return scheduled !== undefined && keyOf(slot) === keyOf(scheduled);
}
