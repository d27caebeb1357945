import { isAbroad, parsePhone } from '../../../../domain/people/phone';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { TextField } from '../../../ui/text-field/text-field';

type PhoneFieldProps = {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

/** Asks for a telephone number. Once it is one abroad its country stands there, so that a wrong code is seen. */
export function PhoneField({ hint, value, ...field }: PhoneFieldProps) {
  const typed = parsePhone(value);
  const phone = typed.ok && isAbroad(typed.phone) ? typed.phone : '';
  const abroad = useNumberAbroad(phone);
  return (
    <TextField
      {...field}
      hint={abroad === phone ? hint : abroad}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      value={value}
    />
  );
}
