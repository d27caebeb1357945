import { useSyncExternalStore } from 'react';
import type { BookingId } from '../../../domain/booking/booking';
import { urgePhotos } from '../../../offline/store/photo/photos';
import { type Connection, chooseWifiOnly } from '../../../offline/store/photo/ready-photos';
import { onConnectionChange, readConnection } from '../../../offline/sync/connection';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { CheckRows } from '../../ui/choice-rows/choice-rows';
import { usePhone } from '../shell/phone/phone-context';

/** Returns the kind of connection that the browser reports, as it changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(onConnectionChange, readConnection, () => 'unknown' as const);
}

type WifiChoiceProps = {
  readonly bookingId: BookingId;
  readonly isWifiOnly: boolean;
  /** Whether photos wait for a connection that may not come without a press. */
  readonly isWaiting: boolean;
  readonly onFailed: (error: unknown) => void;
};

/**
 * Chooses whether photos wait for Wi-Fi. Where the phone does not report its connection, they wait for a
 * press.
 */
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
