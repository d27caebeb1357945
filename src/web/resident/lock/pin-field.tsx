import { plainDigits } from '../../../domain/people/plain-digits';
import { useWords } from '../../copy/words';
import { PasswordField } from '../../ui/password-field/password-field';

type PinFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (pin: string) => void;
  isNew?: boolean | undefined;
};

/** A hidden field for 4 to 6 digits; drops every other character. */
export function PinField({ isNew = false, onChange, ...field }: PinFieldProps) {
  return (
    <PasswordField
      {...field}
      inputMode="numeric"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      onChange={(text) => onChange(plainDigits(text).replace(/\D/g, '').slice(0, 6))}
    />
  );
}

/** Returns the words that say how long no PIN is accepted; `untilMs` and `nowMs` are Unix milliseconds. */
export function usePinWaitWords(): (untilMs: number, nowMs: number) => string {
  const { t } = useWords();
  return (untilMs, nowMs) => t('lock.waiting', { minutes: Math.ceil((untilMs - nowMs) / 60_000) });
}
