import { type RawBuilder, sql } from 'kysely';
import type { QueueQuery } from '../../../contract/staff/desk';
import type { ProgrammeId } from '../../../domain/catalogue/programme';
import type { AreaCode } from '../../../domain/city/city';
import { joinedDigits } from '../../../domain/people/plain-digits';
import { type SearchedWord, searchTokensFor } from '../../db/booking/search-tokens';
import type { ServerContext } from '../../db/engine/context';

/** `areas` restricts the queue to these areas, for kelurahan staff. */
export type QueueAsked = QueueQuery & { readonly areas?: readonly AreaCode[] };

/** How to find the lines of a queue. */
export type QueuePlan = {
  readonly filter: RawBuilder<boolean>;
  /** The filter names few bookings, which are sorted; otherwise the bookings are gone through in their order. */
  readonly isFew: boolean;
  /** The bookings gone through are all there ever were, and not only those that are open. */
  readonly isWalk: boolean;
};

/** A list of this many is read and sorted at once; a longer one is rather met on the way through all. */
const FEW = 2_000;

/**
 * One condition leads to the rows, and all others compare an expression (`|| ''`), of which the database looks up no
 * index: it would go through all the bookings of a kelurahan to find the few that are open.
 */
export async function planQueue(context: ServerContext, asked: QueueAsked): Promise<QueuePlan> {
  const { view = 'open', day, unit, area, programme, q, areas } = asked;
  const few: RawBuilder<unknown>[] = [];
  const rest: RawBuilder<unknown>[] = [];
  if (view === 'conflict') few.push(conflictOf(context));
  if (day !== undefined) few.push(onDay(context, day, unit));
  else if (unit !== undefined && (await hasFewVisits(context, unit))) few.push(ofUnit(context, unit));
  if (unit !== undefined) rest.push(sql`r.unit = ${unit}`);
  if (q !== undefined && q.trim() !== '') {
    const { found, isFew } = await searchOf(context, q);
    (isFew ? few : rest).push(found);
  }
  const isOpen = view !== 'over' && view !== 'all' && view !== 'conflict';
  const isFew = few.length > 0;
  const isArea = !isFew && !isOpen;
  const own = areas?.length === 1 ? areas[0] : undefined;
  if (area !== undefined) rest.push(areaIs(area, isArea));
  if (own !== undefined) rest.push(areaIs(own, isArea && area === undefined));
  else if (areas !== undefined) {
    rest.push(areas.length === 0 ? NOTHING : sql`${notFirst('b.area')} IN (${sql.join([...areas])})`);
  }
  if (programme !== undefined) rest.push(hasServiceOf(context, programme));
  const views = isFew ? FEW_VIEWS : unit === undefined ? VIEWS : UNIT_VIEWS;
  const inView = view === 'conflict' ? [] : [views[view]];
  return {
    filter: sql<boolean>`(${sql.join([...few, ...inView, ...rest], sql` AND `)})`,
    isFew,
    isWalk: !isFew && !isOpen,
  };
}

/** The value of a column, of which no index is looked up. */
function notFirst(column: string): RawBuilder<unknown> {
  return sql`(${sql.ref(column)} || '')`;
}

function areaIs(area: AreaCode, isWayIn: boolean): RawBuilder<unknown> {
  return isWayIn ? sql`b.area = ${area}` : sql`${notFirst('b.area')} = ${area}`;
}

/** Only a booking with a date has a unit, and few of all that wait for their visit have one. */
const DATED = sql<boolean>`b.state IN ('scheduled', 'departed', 'arrived')`;
const NOTHING = sql<boolean>`1 = 0`;
const OPEN = sql<boolean>`b.state IN ('waiting', 'scheduled', 'departed', 'arrived')`;
const STATE = sql`(b.state || '')`;
const ALL = sql<boolean>`1 = 1`;
const OVER = sql<boolean>`${STATE} IN ('closed', 'cancelled')`;

/** In the words of the partial indexes, which hold just these bookings in order of submission. */
const VIEWS = {
  new: sql<boolean>`b.accepted_at IS NULL AND b.state IN ('waiting', 'scheduled')`,
  waiting: sql<boolean>`b.state = 'waiting'`,
  asked: sql<boolean>`b.question IS NOT NULL AND ${STATE} IN ('waiting', 'scheduled', 'departed', 'arrived')`,
  open: OPEN,
  over: OVER,
  all: ALL,
} as const;

/** The same of one unit. */
const UNIT_VIEWS = { ...VIEWS, open: DATED, waiting: NOTHING } as const;

/** The same where something else leads to the rows. */
const FEW_VIEWS = {
  new: sql<boolean>`b.accepted_at IS NULL AND ${STATE} IN ('waiting', 'scheduled')`,
  waiting: sql<boolean>`${STATE} = 'waiting'`,
  asked: VIEWS.asked,
  open: sql<boolean>`${STATE} IN ('waiting', 'scheduled', 'departed', 'arrived')`,
  over: OVER,
  all: ALL,
} as const;

function conflictOf({ city }: ServerContext) {
  return sql<boolean>`b.id IN (SELECT v.booking_id FROM visit_records v WHERE v.city = ${city.code}
    AND v.kind = 'record' AND v.conflict IS NOT NULL AND v.resolved_at IS NULL)`;
}

function onDay({ city }: ServerContext, day: string, unit: string | undefined) {
  const ofThis = unit === undefined ? sql`` : sql`AND d.unit = ${unit}`;
  return sql<boolean>`b.id IN (SELECT d.booking_id FROM reservations d WHERE d.city = ${city.code}
    AND d.day = ${day} ${ofThis})`;
}

function ofUnit({ city }: ServerContext, unit: string) {
  return sql<boolean>`b.id IN (SELECT a.booking_id FROM assignments a WHERE a.city = ${city.code} AND a.unit = ${unit})`;
}

async function hasFewVisits({ db, city }: ServerContext, unit: string): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM (SELECT 1 FROM assignments
    WHERE city = ${city.code} AND unit = ${unit} LIMIT ${sql.lit(FEW + 1)}) AS first_rows`.execute(db);
  return Number(rows[0]?.count ?? 0) <= FEW;
}

/**
 * Uses the programmes as they are today. Ids are slugs, which contain no character that is special to LIKE or
 * JSON.
 */
function hasServiceOf({ city }: ServerContext, programme: ProgrammeId) {
  const own = city.catalogue.services.filter((service) => service.programme === programme);
  if (own.length === 0) return NOTHING;
  const named = own.map(({ id }) => sql`b.services_json LIKE ${`%"${id}"%`}`);
  return sql<boolean>`(${sql.join(named, sql` OR `)})`;
}

type Search = { readonly found: RawBuilder<boolean>; readonly isFew: boolean };

/**
 * The rarest word leads to the bookings, all words are compared there. A word that thousands share (a common first name)
 * leads to too many: its bookings are met soon on the way through all. Eight digits may be a public number or the end of
 * a phone number.
 */
async function searchOf(context: ServerContext, q: string): Promise<Search> {
  const words = searchTokensFor(context, q);
  const matches = words.map((readings) =>
    either(readings.map((tokens) => both(tokens.map(({ token }) => holds(context, token))))),
  );
  const [rarest] = (await Promise.all(words.map((word) => leadOf(context, word)))).sort(
    (a, b) => a.size - b.size,
  );
  const isFew = rarest === undefined || rarest.size <= FEW;
  const compact = joinedDigits(q);
  const isNumber = /^\d{8}$/.test(compact);
  if (!isFew && !isNumber) return { found: both(matches), isFew };
  const city = context.city.code;
  const byNumber = sql`SELECT n.id FROM bookings n WHERE n.city = ${city} AND n.number = ${compact}`;
  const byWord = (rarest?.buckets ?? []).map(
    (
      bucket,
    ) => sql`SELECT t.booking_id FROM booking_tokens t JOIN bookings w ON w.city = t.city AND w.id = t.booking_id
      WHERE t.city = ${city} AND t.token = ${bucket} AND ${both(matches)}`,
  );
  const ways = [...(isNumber ? [byNumber] : []), ...byWord];
  if (ways.length === 0) return { found: NOTHING, isFew: true };
  return { found: sql<boolean>`b.id IN (${sql.join(ways, sql` UNION `)})`, isFew: true };
}

/** The buckets that lead to all bookings with a word, of each of its readings the smallest. */
type Lead = { readonly buckets: readonly string[]; readonly size: number };

async function leadOf(context: ServerContext, word: SearchedWord): Promise<Lead> {
  const buckets: string[] = [];
  let size = 0;
  for (const tokens of word) {
    const sized = [];
    for (const { bucket } of tokens) sized.push({ bucket, size: await bucketSize(context, bucket) });
    const [smallest] = sized.sort((a, b) => a.size - b.size);
    if (smallest === undefined) continue;
    buckets.push(smallest.bucket);
    size += smallest.size;
  }
  return { buckets, size };
}

async function bucketSize({ db, city }: ServerContext, bucket: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM (SELECT 1 FROM booking_tokens
    WHERE city = ${city.code} AND token = ${bucket} LIMIT ${sql.lit(FEW + 1)}) AS first_rows`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

function both(parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([...parts], sql` AND `)})`;
}

function either(parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([...parts], sql` OR `)})`;
}

function holds({ engine }: ServerContext, token: Buffer) {
  return engine === 'sqlite'
    ? sql<boolean>`instr(search_tokens, ${token}) > 0`
    : sql<boolean>`position(${token}::bytea IN search_tokens) > 0`;
}
