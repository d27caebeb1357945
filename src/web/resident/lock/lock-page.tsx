import { useState } from 'react';
import { unlock } from '../../../offline/store/pin/pin-lock';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { ErrorSummary } from '../../ui/error-summary/error-summary';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { usePlace } from '../shell/phone/phone-context';
import { useWipe } from '../shell/phone/use-wipe';
import { PinField } from './pin-field';
import { useTryPin } from './use-try-pin';

/**
 * Replaces every page while a PIN locks this phone. Names nobody, not even in the tab's title, and still
 * lists numbers to call.
 */
export function LockPage() {
  const { t } = useWords();
  const { contacts, programmeName } = usePlace().settings;
  const { wipe, unsent, isWiping, hasFailed } = useWipe();
  const [isAsking, setIsAsking] = useState(false);
  const { pin, setPin, error, isBusy, tryIt } = useTryPin(unlock, () => undefined);
  return (
    <Page
      onSubmit={() => void tryIt()}
      actions={
        <>
          <Button type="submit" busy={isBusy}>
            {t('lock.open')}
          </Button>
          <Button variant="quiet" onClick={() => setIsAsking(true)}>
            {t('lock.forgot')}
          </Button>
          {contacts.map(({ label, phone }) =>
            phone === undefined ? null : (
              <ButtonLink key={label} variant="quiet" icon="phone" href={`tel:${phone}`}>
                {t('lock.call', { label })}
              </ButtonLink>
            ),
          )}
        </>
      }
    >
      <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'pin', message: error }]} />
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('lock.wipe.failed')}
        </Notice>
      )}
      <PageHeading takesFocus title={programmeName}>
        {t('lock.title')}
      </PageHeading>
      <PinField id="pin" label={t('lock.pin')} error={error} value={pin} onChange={setPin} />
      {unsent > 0 && <Notice kind="warning">{t('lock.unsent', { count: unsent })}</Notice>}
      <Dialog
        isOpen={isAsking && !hasFailed}
        onClose={() => setIsAsking(false)}
        title={t('lock.forgot.title')}
        actions={
          <>
            <Button variant="danger" icon="trash" busy={isWiping} onClick={() => void wipe()}>
              {t('lock.wipe.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              {t('lock.wipe.no')}
            </Button>
          </>
        }
      >
        <p>{t('lock.forgot.text')}</p>
        {unsent > 0 && <Notice kind="warning">{t('lock.wipe.unsent', { count: unsent })}</Notice>}
      </Dialog>
    </Page>
  );
}
