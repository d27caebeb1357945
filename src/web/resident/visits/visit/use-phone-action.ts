import { useState } from 'react';

export type PhoneAction = {
  readonly isBusy: boolean;
  /** Whether the phone could not store the change; the caller says so. */
  readonly hasFailed: boolean;
  readonly run: (action: () => Promise<void>) => Promise<void>;
};

/** Runs an action that writes to this phone, and tells when the write fails. */
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
