import { sql } from 'kysely';
import type { ConfigSaved } from '../../../contract/staff/config';
import { checkCity } from '../../../domain/city/check-city';
import { effectOfConfig } from '../../../domain/city/config-effect';
import { type CityChoices, configureCity } from '../../../domain/city/configure-city';
import type { Result } from '../../../domain/result';
import { refuse } from '../../../domain/result';
import { type AuditedStaff, appendAudit } from '../../db/audit/append-audit';
import { plannedVisits } from '../../db/capacity/planned-visits';
import { beginSettling, type LosingVisit } from '../../db/city/unsettled-configs';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { settleConfig } from '../../steps/capacity/settle-config';

type Save = {
  /** The revision on which the edit is based. */
  readonly revision: number;
  readonly config: CityChoices;
  /** The name of the admin who saves. */
  readonly by: string;
  readonly note: string;
  readonly staff: AuditedStaff;
};

/** Transactions that the saving itself waits for; a job does what is left (start/start-jobs.ts). */
const SLICES = 80;
const COUNTED_AT_ONCE = 500;

/**
 * Puts another configuration into effect. Visits that lose their window by it join the waiting list in the
 * order of their submission. Each gets another window where one suits it; else its requester is told
 * what is free. `slices` limits the transactions of this that are waited for.
 */
export async function saveCityConfig(
  context: ServerContext,
  save: Save,
  slices = SLICES,
): Promise<Result<{ readonly saved: ConfigSaved }>> {
  const result = await writeCity(context, (write) => putInForce(write, save), { changesCity: true });
  if (!result.ok) return result;
  const { losing, revision } = result;
  const isDone = await settleConfig(context, slices);
  const waiting = await countWaiting(context, losing);
  const saved = { revision, moved: losing.length - waiting, waiting };
  return { ok: true, saved: isDone ? saved : { ...saved, isUnderWay: true } };
}

type InForce = { readonly revision: number; readonly losing: readonly LosingVisit[] };

async function putInForce({ tx, context, nowMs }: CityWrite, save: Save): Promise<Result<InForce>> {
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
  const visits = await plannedVisits(tx, context, nowMs);
  const effects = new Set(effectOfConfig(next, visits).map(({ id }) => id));
  const losing = visits
    .filter(({ id }) => effects.has(id))
    .map(({ id, unit, date, window }) => ({ id, unit, day: date, window_id: window }));
  await beginSettling(tx, city.code, revision, losing);
  return { ok: true, revision, losing };
}

async function countWaiting(
  { db, city }: ServerContext,
  visits: readonly Pick<LosingVisit, 'id'>[],
): Promise<number> {
  let waiting = 0;
  for (let at = 0; at < visits.length; at += COUNTED_AT_ONCE) {
    const ids = visits.slice(at, at + COUNTED_AT_ONCE).map(({ id }) => id);
    const { count } = await db
      .selectFrom('bookings')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('city', '=', city.code)
      .where('id', 'in', ids)
      // An expression, so that the list leads to the rows, and not the index of all that wait.
      .where(sql<string>`(state || '')`, '=', 'waiting')
      .executeTakeFirstOrThrow();
    waiting += Number(count);
  }
  return waiting;
}
