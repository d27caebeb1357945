import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { BookingId } from '../../../domain/booking/booking';
import type { StaffId } from '../../../domain/staff/role';
import type { ServerContext } from '../engine/context';
import type { Tables } from '../schema/tables';
import type { AuditColumns } from '../schema/visit-tables';
import { subkeyOf } from '../secret/seal';

/** Who asks, and from which address. */
export type AuditedStaff = { readonly id: StaffId; readonly address: string };

export type NewAuditEntry = {
  readonly action: string;
  readonly bookingId?: BookingId;
  /** Never personal data: the detail stays when a booking is erased. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

type Hashed = Omit<AuditColumns, 'city' | 'hash'>;

/** The hash before the first entry. */
const START_HASH = '';

/**
 * Appends an entry to the city's audit chain. The chain's head stays locked until the transaction ends, so
 * that entries of several processes follow one another.
 */
export async function appendAudit(
  tx: Transaction<Tables>,
  context: ServerContext,
  staff: AuditedStaff,
  { action, bookingId, detail = {} }: NewAuditEntry,
): Promise<void> {
  const city = context.city.code;
  const head = await lockHead(tx, city);
  const entry: Hashed = {
    seq: head.seq + 1,
    at: context.clock(),
    staff_id: staff.id,
    address: staff.address,
    action,
    booking_id: bookingId ?? null,
    detail: JSON.stringify(detail),
    prev_hash: head.hash,
  };
  const hash = auditHash(context, entry);
  await tx
    .insertInto('audit_entries')
    .values({ city, ...entry, hash })
    .execute();
  await tx.updateTable('audit_heads').set({ seq: entry.seq, hash }).where('city', '=', city).execute();
}

/** The hash is keyed, so that whoever has only the database cannot write a new chain that verifies. */
export function auditHash(context: Pick<ServerContext, 'keys' | 'city'>, entry: Hashed): string {
  const { prev_hash, seq, at, staff_id, address, action, booking_id, detail } = entry;
  return createHmac('sha256', subkeyOf(context, 'audit'))
    .update(JSON.stringify([prev_hash, seq, at, staff_id, address, action, booking_id, detail]))
    .digest('base64url');
}

async function lockHead(tx: Transaction<Tables>, city: string): Promise<{ seq: number; hash: string }> {
  return tx
    .insertInto('audit_heads')
    .values({ city, seq: 0, hash: START_HASH, unmentioned: 0 })
    .onConflict((conflict) =>
      conflict.column('city').doUpdateSet((eb) => ({ seq: eb.ref('audit_heads.seq') })),
    )
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
}
