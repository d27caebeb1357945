import * as v from 'valibot';
import { type QueueQuery, queueQuery } from '../../../../contract/staff/desk';

export const QUEUE_VIEWS = ['new', 'waiting', 'asked', 'conflict', 'open', 'over', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

const NAMES = ['view', 'day', 'unit', 'area', 'programme', 'q'] as const;

/** Returns the filters in the address; drops values that nobody could have chosen. */
export function queryFromAddress(address: URLSearchParams): QueueQuery {
  const query: Record<string, string> = {};
  for (const name of NAMES) {
    const value = address.get(name);
    if (value === null || value === '') continue;
    if (v.safeParse(queueQuery, { ...query, [name]: value }).success) query[name] = value;
  }
  return v.parse(queueQuery, query);
}

/** Returns the address with some filters changed; an empty value removes a filter. */
export function changeAddress(
  address: URLSearchParams,
  change: Readonly<Partial<Record<keyof QueueQuery, string>>>,
): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
