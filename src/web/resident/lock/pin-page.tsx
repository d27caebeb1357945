import { BackLink } from '../../ui/back-link/back-link';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useLock } from '../shell/phone/use-lock';
import { ChangePinPage } from './change-pin-page';
import { NewPinPage } from './new-pin-page';

/** `/pengaturan/pin`: sets a PIN, or shows what can be done with the PIN already set. */
export function PinPage() {
  const lock = useLock();
  const back = <BackLink to="/pengaturan" />;
  if (lock === undefined) {
    return (
      <Page back={back}>
        <Skeleton rows={3} />
      </Page>
    );
  }
  return lock.hasPin ? <ChangePinPage back={back} /> : <NewPinPage back={back} />;
}
