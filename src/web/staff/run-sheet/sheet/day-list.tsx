import { useLayoutEffect, useRef } from 'react';
import type { BookingId } from '../../../../domain/booking/booking';
import type { ShownSheet } from '../../../../offline/crew/shown-sheet';
import { moveInOrder } from '../../../../offline/crew/visit-order';
import { useWords } from '../../../copy/words';
import { Icon } from '../../../ui/icon/icon';
import { useCrewPhone } from './crew-phone';
import { SheetVisitRow } from './sheet-visit-row';

type DayListProps = { day: ShownSheet['days'][number]; isOrdering: boolean };

/**
 * Lists the visits of one day in order. Criteria: buttons change the order, name the visit they move and keep
 * the focus, so that one can be pressed again; no dragging, which a thumb in a moving car cannot do.
 */
export function DayList({ day, isOrdering }: DayListProps) {
  const { t } = useWords();
  const { store } = useCrewPhone();
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | undefined>(undefined);
  const ids = day.visits.map(({ id }) => id);
  const order = ids.join();
  useLayoutEffect(() => {
    // Moving a row moves its buttons, and some browsers then drop the focus.
    const button =
      order && pressed.current && list.current?.querySelector(`[data-move="${pressed.current}"]`);
    if (button instanceof HTMLElement) button.focus();
    pressed.current = undefined;
  }, [order]);
  const move = (id: BookingId, by: -1 | 1) => {
    pressed.current = `${id}${by}`;
    void moveInOrder(store, day.date, ids, id, by);
  };
  if (ids.length === 0) return <p>{t('run-sheet.day.empty')}</p>;
  return (
    <ol className="day-list" ref={list}>
      {day.visits.map((visit, index) => (
        <li className="day-list__item" key={visit.id}>
          <SheetVisitRow visit={visit} place={index + 1} />
          {isOrdering && (
            <div className="day-list__move">
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  className={`move-button move-button--${by < 0 ? 'up' : 'down'}`}
                  data-move={`${visit.id}${by}`}
                  aria-disabled={index + by < 0 || index + by >= ids.length ? true : undefined}
                  onClick={() => move(visit.id, by)}
                  aria-label={t(by < 0 ? 'run-sheet.order.up' : 'run-sheet.order.down', {
                    name: visit.request.recipient.name,
                  })}
                >
                  <Icon name="down" />
                </button>
              ))}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
