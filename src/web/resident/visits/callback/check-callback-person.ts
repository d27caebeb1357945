import { type PersonNameProblem, parsePersonName } from '../../../../domain/people/person-name';
import { type PhoneProblem, parsePhone } from '../../../../domain/people/phone';
import type { CallbackPerson } from '../../../../offline/store/callback/callback';
import { mayExist } from '../../../ui/number-abroad/load-plans';

type Fault =
  | { readonly field: 'name'; readonly problem: PersonNameProblem }
  | { readonly field: 'phone'; readonly problem: PhoneProblem | 'phone-abroad-unknown' };

export type CheckedPerson =
  | { readonly ok: true; readonly person: CallbackPerson }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Returns the typed name and number ready to send, or all their faults. Never rejects. */
export async function checkCallbackPerson(typed: {
  readonly name: string;
  readonly phone: string;
}): Promise<CheckedPerson> {
  const name = parsePersonName(typed.name);
  const phone = parsePhone(typed.phone);
  const isUnknown = phone.ok && !(await mayExist(phone.phone));
  if (name.ok && phone.ok && !isUnknown)
    return { ok: true, person: { name: name.name.trim(), phone: phone.phone } };
  const faults: Fault[] = [];
  if (!name.ok) faults.push({ field: 'name', problem: name.problem });
  if (!phone.ok) faults.push({ field: 'phone', problem: phone.problem });
  if (isUnknown) faults.push({ field: 'phone', problem: 'phone-abroad-unknown' });
  return { ok: false, faults };
}
