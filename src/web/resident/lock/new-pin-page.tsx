import { type ReactNode, useState } from 'react';
import { isPin } from '../../../offline/store/pin/pin-key';
import { setPin as keepPin } from '../../../offline/store/pin/pin-lock';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { ErrorSummary } from '../../ui/error-summary/error-summary';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { usePhone } from '../shell/phone/phone-context';
import { PinField } from './pin-field';

/** Says what a PIN protects and what forgetting it costs, then asks for the PIN twice. */
export function NewPinPage({ back }: { back: ReactNode }) {
  const { t } = useWords();
  const { store } = usePhone();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<readonly { readonly fieldId: string; readonly message: string }[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  const save = async () => {
    const fault = isPin(pin)
      ? pin === again
        ? undefined
        : { fieldId: 'again', message: t('lock.error.again') }
      : { fieldId: 'pin', message: t('lock.error.digits') };
    setErrors(fault === undefined ? [] : [fault]);
    if (fault !== undefined) return;
    setIsBusy(true);
    try {
      await keepPin(store, pin);
    } catch {
      setErrors([{ fieldId: 'pin', message: t('lock.error.failed') }]);
      setIsBusy(false);
    }
  };
  return (
    <Page
      back={back}
      onSubmit={() => void save()}
      actions={
        <Button type="submit" busy={isBusy}>
          {t('lock.set')}
        </Button>
      }
    >
      <ErrorSummary errors={errors} />
      <PageHeading takesFocus lead={t('lock.set.lead')} title={t('lock.set.title')}>
        {t('lock.set.title')}
      </PageHeading>
      <Notice kind="warning" title={t('lock.set.forget.title')}>
        {t('lock.set.forget')}
      </Notice>
      <PinField
        id="pin"
        label={t('lock.set.pin')}
        hint={t('lock.set.pin.hint')}
        error={errorOf('pin')}
        value={pin}
        onChange={setPin}
        isNew
      />
      <PinField
        id="again"
        label={t('lock.set.again')}
        error={errorOf('again')}
        value={again}
        onChange={setAgain}
        isNew
      />
      <p>{t('lock.set.unsent')}</p>
    </Page>
  );
}
