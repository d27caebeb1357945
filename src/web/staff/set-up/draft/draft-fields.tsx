import { parseLocalDate } from '../../../../domain/calendar/local-date';
import { plainDigits } from '../../../../domain/people/plain-digits';
import { fullDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { TextArea } from '../../../ui/text-area/text-area';
import { TextField } from '../../../ui/text-field/text-field';
import { useShapeFaultWords } from '../apply/shape-faults';
import { useSetUp } from './set-up-context';

type FieldProps<Value> = {
  /** Its place in the configuration, such as settings.leadDays; a fault found there leads to the field by it. */
  path: string;
  label: string;
  hint?: string | undefined;
  isOptional?: boolean | undefined;
  value: Value;
  onChange: (value: Value) => void;
};

/** Stands for a number that is not typed yet; no number of the configuration may be negative, so it is found. */
export const NO_NUMBER = -1;
const MAX_DIGITS = 7;

/** What is wrong with a field, once the draft was checked. */
export function useFaultAt(path: string): string | undefined {
  const { faults, misfits } = useSetUp();
  const words = useShapeFaultWords();
  const fault = faults.find((one) => one.path === path);
  return fault ? words(fault) : misfits.find((one) => one.path === path)?.words;
}

/** One line of text of the configuration. */
export function DraftText({
  path,
  ...rest
}: FieldProps<string> & { type?: 'text' | 'tel'; prefix?: string }) {
  return <TextField {...rest} id={path} error={useFaultAt(path)} autoComplete="off" />;
}

/** A day; said in full as well, since browsers write days each in its own way. */
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

/** A time of day as it is written here, `08.00`; the browser's own field would ask for AM and PM on many computers. */
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

/** Several lines of text of the configuration. */
export function DraftArea({ path, ...rest }: FieldProps<string>) {
  return <TextArea {...rest} id={path} error={useFaultAt(path)} rows={3} />;
}

/** A whole number of the configuration; `NO_NUMBER` while it is empty. */
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
