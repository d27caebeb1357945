type Allowed = { readonly tables?: readonly string[]; readonly statement: RegExp; readonly why: string };

/** The statements that may go through a table that grows, each with what bounds it. Without tables, any of them. */
export const SCANS_ALLOWED: readonly Allowed[] = [
  {
    statement: /AS first_rows\s+WHERE length\(/,
    why: 'the keys are tried on 500 rows of each column, once, in a database from before it had a check value',
  },
  {
    statement: /^select "id" from "(?:bookings|staff)" limit/,
    why: 'whether there is any row',
  },
  {
    statement: /substr\("\w+", 1, \d+\) AS head FROM/,
    why: 'npm run keys -- reseal, by hand and in a process of its own, goes through all that is sealed',
  },
  {
    tables: ['bookings'],
    statement: /from "bookings" as "b" .*order by "?b"?\."?submitted_change"? desc limit/s,
    why: 'a page of closed bookings, or its count: one with 5,000 bookings behind it ends there (queue.ts)',
  },
  {
    tables: ['bookings'],
    statement:
      /^select "submitted_change" from "bookings" .*order by "submitted_change" desc limit \S+ offset/,
    why: 'where such a page ends: 5,000 entries of an index',
  },
  {
    tables: ['bookings'],
    statement: /b\.id IN \(SELECT a\.booking_id FROM assignments a/,
    why: 'the bookings of a unit with at most 2,000 visits, which are most of the city of this test',
  },
  {
    tables: ['bookings'],
    statement: /^select count\(\*\) as "count" from "bookings"$/,
    why: 'a backup counts what it holds, in a process of its own',
  },
  {
    tables: ['run_orders', 'booking_photos', 'callbacks', 'visit_records', 'staff_devices', 'staff_sessions'],
    statement: /^insert into "staff" .* on conflict .* do nothing/,
    why: 'would look for rows of a member whose key is replaced, and none ever is',
  },
];
