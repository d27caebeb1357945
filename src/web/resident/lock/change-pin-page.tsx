import { type ReactNode, useEffect, useState } from 'react';
import { watchWaitingCount } from '../../../offline/store/engine/watch';
import { lockNow, removePin } from '../../../offline/store/pin/pin-lock';
import { readLockAfter, setLockAfter } from '../../../offline/store/pin/watch-lock';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import { Expander } from '../../ui/expander/expander';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { usePhone } from '../shell/phone/phone-context';
import { useWatched } from '../shell/phone/use-watched';
import { PinField } from './pin-field';
import { useTryPin } from './use-try-pin';

const MINUTES = ['0', '1', '5', '15'] as const;

/** Offers "Kunci sekarang", the time until the app locks itself, and removing the PIN. */
export function ChangePinPage({ back }: { back: ReactNode }) {
  const { t } = useWords();
  const { store } = usePhone();
  const [minutes, setMinutes] = useState<string | undefined>(undefined);
  const { pin, setPin, error, isBusy, tryIt } = useTryPin(removePin, () => undefined);
  const { value: unsent = 0 } = useWatched<number>(
    (onValue, onError) => watchWaitingCount(store, onValue, onError),
    [store],
  );
  useEffect(() => {
    let isShown = true;
    readLockAfter(store).then(
      (kept) => isShown && setMinutes(String(kept)),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [store]);
  return (
    <Page
      back={back}
      actions={
        <Button icon="handset" onClick={() => lockNow(store)}>
          {t('lock.now')}
        </Button>
      }
    >
      <PageHeading takesFocus lead={t('lock.isSet.lead')} title={t('lock.isSet')}>
        {t('lock.isSet')}
      </PageHeading>
      {unsent > 0 && <Notice kind="warning">{t('lock.unsent', { count: unsent })}</Notice>}
      <RadioRows
        id="minutes"
        label={t('lock.after')}
        choices={MINUTES.map((value) => ({
          value,
          label: value === '0' ? t('lock.after.atOnce') : t('lock.after.minutes', { minutes: value }),
        }))}
        value={MINUTES.find((value) => value === minutes)}
        onChange={(chosen) => {
          setMinutes(chosen);
          void setLockAfter(store, Number(chosen)).catch(() => undefined);
        }}
      />
      <Expander summary={t('lock.remove.title')}>
        <p>{t('lock.remove.text')}</p>
        <PinField id="pin" label={t('lock.pin')} error={error} value={pin} onChange={setPin} />
        <Button variant="secondary" busy={isBusy} onClick={() => void tryIt()}>
          {t('lock.remove')}
        </Button>
      </Expander>
    </Page>
  );
}
