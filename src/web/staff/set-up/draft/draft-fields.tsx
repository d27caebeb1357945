import { parseLocalDate } from '../../../../domain/calendar/local-date';
import { plainDigits } from '../../../../domain/people/plain-digits';
import { fullDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { TextArea } from '../../../ui/text-area/text-area';
import { TextField } from '../../../ui/text-field/text-field';
import { useShapeFaultWords } from '../apply/shape-faults';
import { useSetUp } from './set-up-context';

type FieldProps<Value> = {
  /** Its path in the configuration, such as settings.leadDays, by which a fault links to the field. */
  path: string;
  label: string;
  hint?: string | undefined;
  isOptional?: boolean | undefined;
  value: Value;
  onChange: (value: Value) => void;
};

/**
 * Stands for a number not typed yet. No number of the configuration may be negative, so the check finds it.
 */
export const NO_NUMBER = -1;
const MAX_DIGITS = 7;

/** Returns what is wrong with a field, once the draft was checked. */
export function useFaultAt(path: string): string | undefined {
  const { faults, misfits } = useSetUp();
  const words = useShapeFaultWords();
  const fault = faults.find((one) => one.path === path);
  return fault ? words(fault) : misfits.find((one) => one.path === path)?.words;
}

/** Edits one line of text. */
export function DraftText({
  path,
  ...rest
}: FieldProps<string> & { type?: 'text' | 'tel'; prefix?: string }) {
  return <TextField {...rest} id={path} error={useFaultAt(path)} autoComplete="off" />;
}

/** Edits a day, and shows it in full as well, because browsers write dates differently. */
export function DraftDay({ path, value, ...rest }: Omit<FieldProps<string>, 'hint'>) {
  const { locale } = useWords();
  const hint = parseLocalDate(value) === undefined ? undefined : fullDayWords(value, locale);
  return (
    <TextField
      {...rest}
      type="date"
      id={path}
      hint={hint}
      error={useFaultAt(path)}
      value={value}
      autoComplete="off"
    />
  );
}

/**
 * Edits a time of day as written here, `08.00`; the browser's own field would ask for AM or PM on many
 * computers.
 */
export function DraftClock({ path, value, onChange, ...rest }: FieldProps<string>) {
  return (
    <TextField
      {...rest}
      id={path}
      error={useFaultAt(path)}
      inputMode="decimal"
      autoComplete="off"
      maxLength={5}
      value={value.replace(':', '.')}
      onChange={(text) => onChange(text.replace('.', ':'))}
      onBlur={() => {
        const [, hour, minute] = /^(\d{1,2}):?(\d{2})$/.exec(value) ?? [];
        if (hour !== undefined) onChange(`${hour.padStart(2, '0')}:${minute}`);
      }}
    />
  );
}

/** Edits several lines of text. */
export function DraftArea({ path, ...rest }: FieldProps<string>) {
  return <TextArea {...rest} id={path} error={useFaultAt(path)} rows={3} />;
}

/** Edits a whole number; `NO_NUMBER` while the field is empty. */
export function DraftNumber({ path, value, onChange, ...rest }: FieldProps<number>) {
  return (
    <TextField
      {...rest}
      id={path}
      error={useFaultAt(path)}
      inputMode="numeric"
      autoComplete="off"
      value={value < 0 ? '' : String(value)}
      onChange={(text) => {
        const digits = plainDigits(text).replaceAll(/\D/g, '').slice(0, MAX_DIGITS);
        onChange(digits === '' ? NO_NUMBER : Number(digits));
      }}
    />
  );
}
