import type { AskCallback } from '../../../contract/commands';
import { callbackPromise } from '../../../domain/calendar/callback-promise';
import { MAX_OPEN_CALLBACKS_PER_DEVICE } from '../../../domain/people/callback';
import { parsePersonName } from '../../../domain/people/person-name';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { sealPerson } from '../../db/callback/callback-person';
import type { CityWrite } from '../../db/engine/write-city';
import { judgePhone } from '../../steps/people/judge-phone';

/** Puts someone on the desk's list of callbacks, with the time by which the city promises to call. */
export async function askCallback(
  { tx, context, nowMs, nextChange }: CityWrite,
  deviceHash: string,
  { callbackId, person, note }: AskCallback,
): Promise<ResidentResult> {
  const { code, settings } = context.city;
  if (!parsePersonName(person.name).ok) return refuse('request-not-valid', { pointer: '/person/name' });
  const phone = judgePhone(person.phone);
  if (!phone.ok) return refuse(phone.problem, { pointer: '/person/phone' });
  const known = await tx
    .selectFrom('callbacks')
    .select('device_hash')
    .where('city', '=', code)
    .where('id', '=', callbackId)
    .executeTakeFirst();
  if (known?.device_hash === deviceHash) return DONE;
  if (known !== undefined) return refuse('request-not-valid', { pointer: '/callbackId' });
  const { open } = await tx
    .selectFrom('callbacks')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('city', '=', code)
    .where('device_hash', '=', deviceHash)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow();
  if (open >= MAX_OPEN_CALLBACKS_PER_DEVICE) return refuse('callback-limit-reached');
  await tx
    .insertInto('callbacks')
    .values({
      city: code,
      id: callbackId,
      device_hash: deviceHash,
      state: 'asked',
      change_number: nextChange(),
      person: sealPerson(context, callbackId, { name: person.name, phone: phone.phone, note }),
      asked_at: nowMs,
      promised_by: callbackPromise(settings, nowMs),
      changed_at: nowMs,
      tries: 0,
    })
    .execute();
  return DONE;
}
