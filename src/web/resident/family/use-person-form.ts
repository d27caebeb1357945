import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { PersonDetails } from '../../../offline/store/family-person';
import { useWords } from '../../copy/words';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { usePhone } from '../shell/phone-context';
import { checkPerson } from './check-person';

/** A part of a person being typed. */
export type PersonForm<Typed extends PersonDetails> = {
  readonly typed: Typed;
  readonly change: (change: Partial<PersonDetails>) => void;
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  readonly hasFailed: boolean;
  readonly save: () => Promise<void>;
};

/** Keeps what is typed once it is right: `keep` writes it and answers where to go then. */
export function usePersonForm<Typed extends PersonDetails>(
  part: Parameters<typeof checkPerson>[0],
  first: Typed,
  keep: (typed: Typed) => Promise<string>,
): PersonForm<Typed> {
  const { t } = useWords();
  const { city, now } = usePhone();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(first);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  const save = async () => {
    const faults = checkPerson(part, typed, city, now());
    setErrors(
      faults.map(({ field, problem }) => ({ fieldId: field, message: t(`booking.error.${problem}`) })),
    );
    if (faults.length > 0) return;
    try {
      await navigate(await keep(typed), { replace: true });
    } catch {
      setHasFailed(true);
    }
  };
  return {
    typed,
    change: (change) => setTyped((before) => ({ ...before, ...change })),
    errors,
    errorOf: (field) => errors.find(({ fieldId }) => fieldId === field)?.message,
    hasFailed,
    save,
  };
}
