import type { ConfigSaved } from '../../../contract/staff/config';
import type { BookingId } from '../../../domain/booking/booking';
import { checkCity } from '../../../domain/city/check-city';
import { effectOfConfig } from '../../../domain/city/config-effect';
import { type CityChoices, configureCity } from '../../../domain/city/configure-city';
import type { Result } from '../../../domain/result';
import { refuse } from '../../../domain/result';
import { type AuditedStaff, appendAudit } from '../../db/audit/append-audit';
import { plannedVisits } from '../../db/capacity/planned-visits';
import { freeSlot } from '../../db/capacity/slots';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import { offerWindows } from '../../steps/capacity/offer-windows';
import { promote } from '../../steps/capacity/promote';

type Save = {
  /** The revision on which the edit is based. */
  readonly revision: number;
  readonly config: CityChoices;
  /** The name of the admin who saves. */
  readonly by: string;
  readonly note: string;
  readonly staff: AuditedStaff;
};

/**
 * Puts another configuration into effect. Visits that lose their window by it join the waiting list in the
 * order of their submission. Each gets another window at once where one suits it; else its requester is told
 * what is free.
 */
export async function saveCityConfig(
  context: ServerContext,
  save: Save,
): Promise<Result<{ readonly saved: ConfigSaved }>> {
  return writeCity(context, async (write) => {
    const { tx, nowMs } = write;
    const { city, cityRevision } = context;
    if ((cityRevision?.() ?? 0) !== save.revision) return refuse('config-changed');
    const next = configureCity(city, save.config);
    if (checkCity(next).length > 0) return refuse('config-not-valid');
    const revision = save.revision + 1;
    await tx
      .insertInto('city_configs')
      .values({
        city: city.code,
        revision,
        config_json: JSON.stringify(save.config),
        changed_at: nowMs,
        changed_by: save.by,
        note: save.note,
      })
      .execute();
    await appendAudit(tx, context, save.staff, { action: 'save-config', detail: { revision } });
    const losers = effectOfConfig(next, await plannedVisits(tx, context, nowMs)).map(({ id }) => id);
    const nextWrite = { ...write, context: { ...context, city: next } };
    for (const id of losers) await loseWindow(nextWrite, id);
    await promote(nextWrite);
    await offerWindows(nextWrite, losers);
    const waiting = await countWaiting(nextWrite, losers);
    return { ok: true, saved: { revision, moved: losers.length - waiting, waiting } };
  });
}

async function loseWindow(write: CityWrite, id: BookingId): Promise<void> {
  await freeSlot(write, id);
  await applyTransition(
    write,
    { id, state: 'scheduled' },
    { to: 'waiting', actor: 'system', action: 'return' },
  );
}

async function countWaiting({ tx, context }: CityWrite, ids: readonly BookingId[]): Promise<number> {
  const still = new Set<string>();
  for (const id of ids) {
    const row = await tx
      .selectFrom('bookings')
      .select('id')
      .where('city', '=', context.city.code)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (row !== undefined) still.add(row.id);
  }
  return still.size;
}
