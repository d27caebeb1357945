import { type PersonNameProblem, parsePersonName } from '../../../../domain/people/person-name';
import { type PhoneProblem, parsePhone } from '../../../../domain/people/phone';
import type { CallbackPerson } from '../../../../offline/store/callback/callback';

type Fault =
  | { readonly field: 'name'; readonly problem: PersonNameProblem }
  | { readonly field: 'phone'; readonly problem: PhoneProblem };

export type CheckedPerson =
  | { readonly ok: true; readonly person: CallbackPerson }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Returns the typed name and number ready to send, or all their faults. */
export function checkCallbackPerson(typed: { readonly name: string; readonly phone: string }): CheckedPerson {
  const name = parsePersonName(typed.name);
  const phone = parsePhone(typed.phone);
  if (name.ok && phone.ok) return { ok: true, person: { name: name.name.trim(), phone: phone.phone } };
  const faults: Fault[] = [];
  if (!name.ok) faults.push({ field: 'name', problem: name.problem });
  if (!phone.ok) faults.push({ field: 'phone', problem: phone.problem });
  return { ok: false, faults };
}
