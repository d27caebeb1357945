import { useSyncExternalStore } from 'react';
import type { BookingId } from '../../../domain/booking/booking';
import { urgePhotos } from '../../../offline/store/photo/photos';
import { type Connection, chooseWifiOnly } from '../../../offline/store/photo/ready-photos';
import { onConnectionChange, readConnection } from '../../../offline/sync/connection';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { CheckRows } from '../../ui/choice-rows/choice-rows';
import { usePhone } from '../shell/phone/phone-context';

/** The connection as the browser tells it, as it changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(onConnectionChange, readConnection, () => 'unknown' as const);
}

type WifiChoiceProps = {
  readonly bookingId: BookingId;
  readonly isWifiOnly: boolean;
  /** Photos wait for a connection that may not come by itself. */
  readonly isWaiting: boolean;
  readonly onFailed: (error: unknown) => void;
};

/** Whether photos wait for Wi-Fi; where the phone does not tell what it is on, they wait for a press. */
export function WifiChoice({ bookingId, isWifiOnly, isWaiting, onFailed }: WifiChoiceProps) {
  const { t } = useWords();
  const { store } = usePhone();
  const connection = useConnection();
  return (
    <>
      <CheckRows
        id="wifi"
        label={t('photos.sending')}
        choices={[
          {
            value: 'wifi',
            label: t('photos.wifi'),
            hint: isWifiOnly && connection === 'unknown' ? t('photos.wifi.untold') : t('photos.wifi.hint'),
          },
        ]}
        values={isWifiOnly ? ['wifi'] : []}
        onChange={(values) => void chooseWifiOnly(store, values.length > 0).catch(onFailed)}
      />
      {isWaiting && (
        <Button
          variant="secondary"
          icon="send"
          onClick={() => void urgePhotos(store, bookingId).catch(onFailed)}
        >
          {t('photos.sendNow')}
        </Button>
      )}
    </>
  );
}
