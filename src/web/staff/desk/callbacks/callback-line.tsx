import { useState } from 'react';
import type { OpenCallback } from '../../../../contract/staff/callbacks';
import { formatPhone } from '../../../../domain/people/format-phone';
import { isAbroad } from '../../../../domain/people/phone';
import { instantWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Button, ButtonLink } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { useStaff } from '../../shell/session/staff-context';
import { CommandNotice } from '../command-notice';
import { useCommand } from '../use-command';

/** Shows one person to call, and records the result of the call. */
export function CallbackLine({ callback, onDone }: { callback: OpenCallback; onDone: () => void }) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const [state, send] = useCommand(onDone);
  const [isEnding, setIsEnding] = useState(false);
  const { id, name, phone, note, promisedBy, isLate, tries, triedAt } = callback;
  const written = useNumberAbroad(formatPhone(phone));
  const when = (instant: string) => instantWords(instant, locale, city.settings.utcOffsetMinutes, now());
  const finish = (outcome: 'talked' | 'not-reached') => {
    setIsEnding(false);
    void send({ name: 'finish-callback', callbackId: id, outcome });
  };
  return (
    <li className="callback">
      <div className="callback__facts">
        <h2 className="callback__name">{name}</h2>
        <p className="callback__when">
          {t('desk.callbacks.by', { when: when(promisedBy) })}{' '}
          {isLate && <StatusTag tone="bad">{t('desk.callbacks.late')}</StatusTag>}
        </p>
        {note !== undefined && <p>{note}</p>}
        {triedAt !== undefined && (
          <p className="desk-soft">{t('desk.callbacks.tries', { count: tries, when: when(triedAt) })}</p>
        )}
      </div>
      <div className="callback__buttons">
        <ButtonLink variant="secondary" icon="phone" href={`tel:${phone}`}>
          {t('desk.callbacks.call', { phone: written })}
        </ButtonLink>
        {isAbroad(phone) && (
          <ButtonLink variant="secondary" icon="chat" href={`https://wa.me/${phone.slice(1)}`}>
            {t('desk.file.whatsapp')}
          </ButtonLink>
        )}
        <ButtonLink variant="secondary" icon="edit" to={`/meja/catat?telepon=${id}`}>
          {t('desk.nav.take')}
        </ButtonLink>
        <Button variant="secondary" busy={state.state === 'sending'} onClick={() => finish('not-reached')}>
          {t('desk.callbacks.notReached')}
        </Button>
        <Button variant="quiet" busy={state.state === 'sending'} onClick={() => setIsEnding(true)}>
          {t('desk.callbacks.talked')}
        </Button>
      </div>
      <CommandNotice state={state} />
      <Dialog
        isOpen={isEnding}
        onClose={() => setIsEnding(false)}
        title={t('desk.callbacks.end.title', { name })}
        actions={
          <>
            <Button onClick={() => finish('talked')}>{t('desk.callbacks.end.yes')}</Button>
            <Button variant="secondary" onClick={() => setIsEnding(false)}>
              {t('desk.callbacks.end.no')}
            </Button>
          </>
        }
      >
        <p>{t('desk.callbacks.end.text')}</p>
      </Dialog>
    </li>
  );
}
