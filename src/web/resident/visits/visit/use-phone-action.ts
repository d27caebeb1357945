import { useState } from 'react';

export type PhoneAction = {
  readonly isBusy: boolean;
  /** The phone could not keep what was asked; words are to be shown. */
  readonly hasFailed: boolean;
  readonly run: (action: () => Promise<void>) => Promise<void>;
};

/** Runs what writes to this phone, and tells when the phone refused it. */
export function usePhoneAction(): PhoneAction {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const run = async (action: () => Promise<void>) => {
    setState('busy');
    try {
      await action();
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return { isBusy: state === 'busy', hasFailed: state === 'failed', run };
}
