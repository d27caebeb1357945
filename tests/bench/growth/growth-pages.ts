import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { CONTRACT_VERSION } from '../../../src/contract/version';
import { localDateAt } from '../../../src/domain/calendar/local-date';
import type { ServerContext } from '../../../src/server/db/engine/context';
import type { SignedInMember } from '../../support/staff';
import { newSecret } from '../../support/test-app';
import { makeSubmission } from '../load/make-requests';

export type Page = { readonly name: string; readonly request: () => InjectOptions };
type Who = Readonly<Record<'coordinator' | 'kelurahan' | 'crew' | 'admin', SignedInMember>>;

const VIEWS = ['new', 'waiting', 'asked', 'conflict', 'open', 'over', 'all'];

/** What people ask for, with what costs most: many lines, rare filters, common names, long periods. */
export async function growthPages(context: ServerContext, who: Who): Promise<readonly Page[]> {
  const { settings, areas, code } = context.city;
  const today = localDateAt(context.clock(), settings.utcOffsetMinutes);
  const [unit] = settings.units;
  const [area] = areas;
  const [programme] = settings.programmes;
  const year = Number(today.slice(0, 4));
  const get = (name: string, member: SignedInMember, url: string): Page => ({
    name,
    request: () => ({ method: 'GET', url, headers: member.headers }),
  });
  const one = async (state: 'closed' | 'waiting' | 'scheduled') =>
    context.db
      .selectFrom('bookings')
      .select(['id', 'number'])
      .where('city', '=', code)
      .where('state', '=', state)
      .orderBy('submitted_change', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
  const closed = await one('closed');
  const waiting = await one('waiting');
  const { coordinator, kelurahan, crew, admin } = who;
  const list = (filters: string, member = coordinator) =>
    get(
      `List ${member === kelurahan ? '(kelurahan) ' : ''}${filters}`,
      member,
      `/api/staff/bookings?${filters}`,
    );
  const filters = ['open', 'over', 'all'].flatMap((view) => [
    `view=${view}&unit=${unit?.id}`,
    `view=${view}&area=${area?.code}`,
    `view=${view}&programme=${programme?.id}`,
    `view=${view}&unit=${unit?.id}&area=${area?.code}`,
    `view=${view}&q=siti`,
    `view=${view}&q=siti%20bacudife`,
    `view=${view}&q=${closed.number}`,
    `view=${view}&q=081210000777`,
    `view=${view}&day=${today}`,
  ]);
  return [
    ...VIEWS.map((view) => list(`view=${view}`)),
    ...filters.map((each) => list(each)),
    ...['open', 'over', 'all'].map((view) => list(`view=${view}`, kelurahan)),
    get('File of a visit', coordinator, `/api/staff/bookings/${closed.id}`),
    get('File of a waiting one', coordinator, `/api/staff/bookings/${waiting.id}`),
    get('Day plan', coordinator, '/api/staff/day-plan'),
    get('Slots', coordinator, `/api/staff/slots?area=${area?.code}&minutes=30`),
    get('Callbacks', coordinator, '/api/staff/callbacks'),
    get('Run order', coordinator, `/api/staff/run-order?unit=${unit?.id}&day=${today}`),
    get('Figures of a month', coordinator, `/api/staff/figures?from=${year - 1}-06&to=${year - 1}-06`),
    get('Figures of a year', coordinator, `/api/staff/figures?from=${year - 1}-01&to=${year - 1}-12`),
    get('Audit', admin, '/api/staff/audit'),
    get('Audit by number', admin, `/api/staff/audit?number=${closed.number}`),
    get('Audit by booking', admin, `/api/staff/audit?booking=${closed.id}`),
    get('Audit from today', admin, `/api/staff/audit?from=${today}T00:00:00.000Z`),
    get('Audit from a later day', admin, `/api/staff/audit?from=${year + 1}-01-01T00:00:00.000Z`),
    {
      name: 'Run sheet',
      request: () => ({
        method: 'POST',
        url: '/api/staff/sync',
        headers: crew.headers,
        payload: { version: CONTRACT_VERSION, cursor: null, commands: [] },
      }),
    },
    {
      name: 'Availability',
      request: () => ({ method: 'GET', url: `/api/availability?area=${area?.code}&minutes=30` }),
    },
    phone('A booking that waits', (index) => [makeSubmission(index)]),
    phone('A booking and its cancellation', (index) => {
      const booked = makeSubmission(index);
      return [
        booked,
        {
          id: randomUUID(),
          name: 'cancel-booking',
          madeAt: booked.madeAt,
          bookingId: booked.bookingId,
          reason: 'tidak jadi',
        },
      ];
    }),
  ];
}

function phone(name: string, commandsOf: (index: number) => readonly object[]): Page {
  let index = 0;
  return {
    name,
    request: () => {
      index += 1;
      return {
        method: 'POST',
        url: '/api/sync',
        headers: { authorization: `Device ${newSecret()}` },
        payload: { version: CONTRACT_VERSION, cursor: null, commands: commandsOf(index * 2) },
      };
    },
  };
}
