import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { parsePhone } from '../../../domain/people/phone';
import type { PersonDetails } from '../../../offline/store/family/person';
import { useWords } from '../../copy/words';
import { useCarried } from '../../ui/carry-over/use-carried';
import { mayExist } from '../../ui/number-abroad/load-plans';
import { type FormParts, useFormParts } from '../shell/form/use-form-parts';
import { usePhone } from '../shell/phone/phone-context';
import { checkPersonPart } from './check-person-part';

/** One part of a person, while it is edited. */
export type PersonForm<Typed extends PersonDetails> = {
  readonly typed: Typed;
  readonly change: (change: Partial<PersonDetails>) => void;
  readonly parts: FormParts;
  readonly hasFailed: boolean;
  /** Goes to the next part, and after the last part keeps the person. */
  readonly save: () => Promise<void>;
};

/**
 * Edits one part of a person. Once the part has no faults, `keep` writes it and returns the path to open
 * next. `partsOf` names its fields.
 */
export function usePersonForm<Typed extends PersonDetails>(
  part: Parameters<typeof checkPersonPart>[0],
  first: Typed,
  partsOf: (typed: Typed) => readonly string[],
  keep: (typed: Typed) => Promise<string>,
): PersonForm<Typed> {
  const { t } = useWords();
  const { city, now, isTimeSure } = usePhone();
  const navigate = useNavigate();
  const [typed, setTyped] = useCarried(`family:${part}:${'id' in first ? first.id : ''}`, first);
  const parts = useFormParts(partsOf(typed));
  const [hasFailed, setHasFailed] = useState(false);
  const save = async () => {
    const faults = checkPersonPart(part, typed, city, { nowMs: now(), isSure: isTimeSure() });
    const wrong = faults.map(({ field, problem }) => ({
      fieldId: field,
      message: t(`booking.error.${problem}`),
    }));
    const phone = part === 'details' && typed.recipientIs === 'self' ? parsePhone(typed.phone) : undefined;
    if (phone?.ok && !(await mayExist(phone.phone))) {
      wrong.push({ fieldId: 'contactPhone', message: t('booking.error.phone-abroad-unknown') });
    }
    await parts.goOn(wrong, async () => {
      try {
        await navigate(await keep(typed), { replace: true });
      } catch {
        setHasFailed(true);
      }
    });
  };
  return {
    typed,
    change: (change) => setTyped((before) => ({ ...before, ...change })),
    parts,
    hasFailed,
    save,
  };
}
