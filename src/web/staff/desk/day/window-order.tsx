import { useLayoutEffect, useRef, useState } from 'react';
import type { RunOrder } from '../../../../contract/staff/run-order';
import type { BookingId } from '../../../../domain/booking/booking';
import type { LocalDate } from '../../../../domain/calendar/local-date';
import { findService } from '../../../../domain/catalogue/find-service';
import { findArea } from '../../../../domain/city/search-areas';
import { inDeskOrder } from '../../../../domain/visit/desk-order';
import { moveInList } from '../../../../domain/visit/move-in-list';
import { hourWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { VisuallyHidden } from '../../../ui/visually-hidden/visually-hidden';
import { useStaff } from '../../shell/session/staff-context';
import { CommandNotice } from '../command-notice';
import { StateTag } from '../queue/state-tag';
import { useCommand } from '../use-command';

type Window = RunOrder['windows'][number];
/** An order not saved yet, and the revision it was made on. */
type Chosen = { readonly ids: readonly BookingId[]; readonly revision: number };
type WindowOrderProps = { unit: string; date: LocalDate; window: Window; again: () => void };

/**
 * Orders the visits of one window and saves the order. Criteria: each button names the visit it moves and
 * keeps the focus, so that it can be pressed again; a visit that arrives meanwhile appears in its place; a
 * refused stale order is explained.
 */
export function WindowOrder({ unit, date, window, again }: WindowOrderProps) {
  const { t } = useWords();
  const { city } = useStaff();
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [state, send] = useCommand(again);
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | undefined>(undefined);
  const visits = chosen === undefined ? window.visits : inDeskOrder(window.visits, chosen.ids);
  const ids = visits.map(({ id }) => id);
  const order = ids.join();
  useLayoutEffect(() => {
    // Moving a row moves its buttons, and some browsers then drop the focus.
    const button =
      order && pressed.current && list.current?.querySelector(`[data-move="${pressed.current}"]`);
    if (button instanceof HTMLElement) button.focus();
    pressed.current = undefined;
  }, [order]);
  const isChanged = order !== window.visits.map(({ id }) => id).join();
  const [judged, setJudged] = useState(state);
  if (judged !== state) {
    setJudged(state);
    // Shows the current order beside the reason for the refusal.
    if (state.state === 'refused') setChosen(undefined);
  }
  // The order was saved and read again.
  if (chosen !== undefined && chosen.revision !== window.revision && !isChanged) setChosen(undefined);
  const move = (from: number, by: -1 | 1) => {
    const id = ids[from];
    const to = from + by;
    if (id === undefined || to < 0 || to >= ids.length) return;
    pressed.current = `${id}${by}`;
    const revision = chosen?.revision ?? window.revision;
    setChosen({ ids: moveInList(ids, from, to), revision });
  };
  const save = async () => {
    const revision = chosen?.revision ?? window.revision;
    await send({ name: 'order-visits', unit, date, window: window.window, revision, order: [...ids] });
  };
  const rule = city.settings.windows.find(({ id }) => id === window.window);
  return (
    <section className="order-window" aria-labelledby={`order-${window.window}`}>
      <h2 id={`order-${window.window}`}>{`${rule?.name ?? window.window}, ${hourWords(window)}`}</h2>
      {window.revision === 0 && !isChanged && <p className="desk-soft">{t('desk.order.never')}</p>}
      <CommandNotice state={state} />
      <ol className="order-list" ref={list}>
        {visits.map((visit, index) => (
          <li className="order-row" key={visit.id}>
            <span className="order-row__place" aria-hidden="true">
              {index + 1}
            </span>
            <VisitWords visit={visit} />
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                className="order-move"
                data-move={`${visit.id}${by}`}
                aria-disabled={index + by < 0 || index + by >= visits.length ? true : undefined}
                onClick={() => move(index, by)}
              >
                {t(by < 0 ? 'desk.order.up' : 'desk.order.down')}
                <VisuallyHidden>
                  {' '}
                  {t('desk.order.move', { name: visit.recipientName, place: index + 1 })}
                </VisuallyHidden>
              </button>
            ))}
          </li>
        ))}
      </ol>
      <p role="status">
        {isChanged ? t('desk.order.unsaved') : state.state === 'done' ? t('desk.order.saved') : ''}
      </p>
      {isChanged && (
        <div className="order-actions">
          <Button busy={state.state === 'sending'} onClick={() => void save()}>
            {t('desk.order.save')}
          </Button>
          <Button variant="secondary" onClick={() => setChosen(undefined)}>
            {t('desk.order.reset')}
          </Button>
        </div>
      )}
    </section>
  );
}

function VisitWords({ visit }: { visit: Window['visits'][number] }) {
  const { t } = useWords();
  const { city } = useStaff();
  const { recipientName, number, street, area, services, minutes, state } = visit;
  const names = services.map((id) => findService(city.catalogue, id)?.shortName ?? id).join(', ');
  return (
    <span className="order-row__words">
      <strong>{recipientName}</strong>
      <span>{`${street}, ${findArea(city.areas, area)?.kelurahan ?? area}`}</span>
      <span className="desk-soft">
        {`${number.slice(0, 4)} ${number.slice(4)} · ${names} · ${t('desk.row.minutes', { minutes })}`}
      </span>
      {state !== 'scheduled' && (
        <span>
          <StateTag booking={visit} />
        </span>
      )}
    </span>
  );
}
