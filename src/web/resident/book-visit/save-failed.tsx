import { storeTrouble } from '../../../offline/store/engine/store-trouble';
import { StoreTroubleNotice } from '../shell/phone/store-trouble-notice';

type SaveFailedProps = { failure: { readonly error: unknown } | undefined; attention?: number };

/** Says that this phone cannot keep what is typed, why, and what to do. */
export function SaveFailed({ failure, attention = 0 }: SaveFailedProps) {
  if (failure === undefined) return null;
  return <StoreTroubleNotice trouble={storeTrouble(failure.error)} attention={attention} />;
}
