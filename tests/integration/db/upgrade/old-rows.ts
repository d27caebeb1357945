/** Rows that a database may hold; `version` is the first version that can hold the row. */
export type OldRow = {
  readonly version: number;
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
};

export const BOOKING = '018f0000-0000-7000-8000-000000000001';
export const DEVICE = 'device-of-old';
const CITY = '18.72';

const AT = Date.parse('2026-11-20T02:00:00Z');
const city = CITY;
const slot = { unit: 'unit-1', day: '2026-11-24', window_id: 'pagi' };
const staff = { city, staff_id: 'staff-1' };
const photo = { owner: DEVICE, sha256: 'a'.repeat(64), total: 2 };

/**
 * One row for each table, in an order that its references allow. Whoever adds a migration adds rows for the
 * tables of the one before it, as far as they are missing: the test names them.
 */
export const OLD_ROWS: readonly OldRow[] = [
  { version: 1, table: 'cities', row: { code: city, name: 'Kota Metro', config_json: '{}', loaded_at: AT } },
  { version: 1, table: 'city_counters', row: { city, last_change: 2 } },
  { version: 1, table: 'devices', row: { city, device_hash: DEVICE, first_seen: AT, last_seen: AT } },
  {
    version: 1,
    table: 'commands',
    row: { city, device_hash: DEVICE, command_id: 'c', content_hash: 'h', result_json: '{}', at: AT },
  },
  {
    version: 1,
    table: 'bookings',
    row: {
      city,
      id: BOOKING,
      number: '12345674',
      state: 'scheduled',
      revision: 1,
      change_number: 1,
      submitted_change: 1,
      submitted_at: AT,
      changed_at: AT,
      minutes: 30,
      equipment_json: '[]',
      area: '18.72.01.1001',
      services_json: '["kk"]',
      preferences_json: '"any"',
      request: Buffer.from([1, 2, 3]),
      nik_index: 'index',
      follow_hash: 'f',
    },
  },
  {
    version: 1,
    table: 'booking_devices',
    row: { city, device_hash: DEVICE, booking_id: BOOKING, role: 'requester', change_number: 1 },
  },
  {
    version: 1,
    table: 'booking_devices',
    row: { city, device_hash: 'follower', booking_id: BOOKING, role: 'follower', change_number: 2 },
  },
  {
    version: 1,
    table: 'events',
    row: {
      city,
      change_number: 1,
      booking_id: BOOKING,
      at: AT,
      actor: 'requester',
      action: 'submit',
      to_state: 'scheduled',
    },
  },
  {
    version: 2,
    table: 'slots',
    row: {
      city,
      ...slot,
      start_time: '08:00',
      end_time: '11:30',
      capacity_minutes: 210,
      online_capacity_minutes: 147,
      used_minutes: 0,
      online_used_minutes: 0,
    },
  },
  {
    version: 2,
    table: 'reservations',
    row: { city, ...slot, booking_id: BOOKING, minutes: 30, channel: 'online' },
  },
  {
    version: 3,
    table: 'staff',
    row: {
      city,
      id: 'staff-1',
      sign_in_name: 'contoh',
      name: 'Contoh',
      role: 'crew',
      areas_json: '[]',
      created_at: AT,
    },
  },
  {
    version: 3,
    table: 'staff_sessions',
    row: {
      ...staff,
      id: 's',
      token_hash: 't',
      method: 'invite',
      device: '',
      started_at: AT,
      last_seen_at: AT,
      ends_at: AT,
    },
  },
  { version: 3, table: 'staff_invites', row: { ...staff, token_hash: 't', made_at: AT, ends_at: AT } },
  {
    version: 3,
    table: 'staff_passkeys',
    row: {
      ...staff,
      id: 'p',
      public_key: Buffer.from([1]),
      counter: 0,
      transports_json: '[]',
      device: '',
      created_at: AT,
    },
  },
  {
    version: 3,
    table: 'staff_challenges',
    row: { city, challenge_hash: 'c', purpose: 'sign-in', ends_at: AT },
  },
  { version: 3, table: 'staff_devices', row: { ...staff, token_hash: 't', seen_at: AT } },
  {
    version: 3,
    table: 'staff_attempts',
    row: { city, subject: 'contoh', failures: 1, last_at: AT, next_at: AT },
  },
  { version: 4, table: 'booking_tokens', row: { city, token: 'siti', booking_id: BOOKING } },
  {
    version: 4,
    table: 'visit_records',
    row: {
      ...staff,
      id: 'v',
      booking_id: BOOKING,
      unit: 'unit-1',
      kind: 'depart',
      body: Buffer.from([1]),
      made_at: AT,
      at: AT,
    },
  },
  { version: 4, table: 'audit_heads', row: { city, seq: 1, hash: 'h' } },
  {
    version: 4,
    table: 'audit_entries',
    row: { ...staff, seq: 1, at: AT, address: '', action: 'view', detail: '{}', prev_hash: '', hash: 'h' },
  },
  {
    version: 5,
    table: 'city_configs',
    row: { city, revision: 1, config_json: '{}', changed_at: AT, changed_by: 'staff-1', note: '' },
  },
  {
    version: 6,
    table: 'callbacks',
    row: {
      city,
      id: '018f0000-0000-7000-8000-0000000000ca',
      device_hash: DEVICE,
      state: 'asked',
      change_number: 2,
      person: Buffer.from([1]),
      asked_at: AT,
      promised_by: AT,
      changed_at: AT,
    },
  },
  {
    version: 7,
    table: 'moves',
    row: { city, id_hash: 'm', device_hash: DEVICE, sealed: Buffer.from([1]), ends_at: AT },
  },
  {
    version: 7,
    table: 'moved_devices',
    row: { city, device_hash: 'moved-away', moved_to: DEVICE, id_hash: 'm', moved_at: AT },
  },
  {
    version: 8,
    table: 'photo_parts',
    row: { city, ...photo, sha256: 'b'.repeat(64), start: 0, size: 1, at: AT, part: Buffer.from([1]) },
  },
  { version: 8, table: 'photos', row: { city, ...photo, image: Buffer.from([1]) } },
  {
    version: 8,
    table: 'booking_photos',
    row: {
      city,
      booking_id: BOOKING,
      owner: photo.owner,
      sha256: photo.sha256,
      kind: 'home',
      attached_at: AT,
      consented_at: AT,
      judged_by: 'staff-1',
    },
  },
  { version: 10, table: 'rate_counts', row: { city, subject: 's', started_at: AT, count: 3 } },
  {
    version: 12,
    table: 'visit_outcomes',
    row: { city, booking_id: BOOKING, service: 'kk', outcome: 'done' },
  },
  {
    version: 13,
    table: 'bookings',
    row: {
      city,
      id: '018f0000-0000-7000-8000-0000000000e5',
      number: '87654326',
      state: 'closed',
      revision: 3,
      change_number: 2,
      submitted_change: 2,
      submitted_at: AT,
      changed_at: AT,
      minutes: 30,
      equipment_json: '[]',
      area: '18.72.01.1001',
      services_json: '["kk"]',
      preferences_json: '"any"',
      request: Buffer.alloc(0),
      follow_hash: 'erased/018f0000-0000-7000-8000-0000000000e5',
      search_version: 2,
      follow_up: 1,
      erased_at: AT,
    },
  },
  {
    version: 14,
    table: 'run_orders',
    row: {
      city,
      unit: 'unit-1',
      day: '2026-11-24',
      window_id: 'pagi',
      revision: 1,
      bookings_json: `["${BOOKING}"]`,
      change_number: 2,
      changed_at: AT,
      changed_by: 'staff-1',
    },
  },
  {
    version: 17,
    table: 'key_checks',
    row: { city, name: 'of old rows', value: Buffer.alloc(0) },
  },
  { version: 19, table: 'city_generations', row: { city, generation: 'g', changed_at: AT } },
  { version: 20, table: 'audit_mentions', row: { city, number: '87654321', block: 0 } },
  { version: 20, table: 'finished_upgrades', row: { city, name: 'of old rows', at: AT } },
  {
    version: 22,
    table: 'unsettled_configs',
    row: { city, revision: 1, step: 'offer', position: 0, visits_json: '[]' },
  },
];
