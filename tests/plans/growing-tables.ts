/**
 * Tables that stay short however many people book: a city's own lists, its staff, and what is deleted within days. All
 * others grow, and are searched by an index.
 */
export const SHORT_TABLES: readonly string[] = [
  'cities',
  'city_counters',
  'city_configs',
  'unsettled_configs',
  'city_generations',
  'finished_upgrades',
  'key_checks',
  'audit_heads',
  'staff',
  'staff_sessions',
  'staff_invites',
  'staff_passkeys',
  'staff_challenges',
  'staff_devices',
  // What one phone hands to another, for some minutes.
  'moves',
  'schema_versions',
  'kysely_migration',
  // Counts of two days and of five minutes.
  'staff_attempts',
  'rate_counts',
];

/** Indexes of few rows: bookings that are still open, and work that waits for a job or for somebody. */
export const SHORT_INDEXES: readonly string[] = [
  'bookings_open',
  'bookings_dated',
  'bookings_new',
  'bookings_waiting',
  'bookings_wishes',
  'bookings_asked',
  'bookings_unsearchable',
  'bookings_over_unknown',
  'bookings_to_unlink',
  'visit_records_open',
  'callbacks_open',
  'photos_unattached',
];

/** One look at a table that reads all of it. */
export type Scan = { readonly sql: string; readonly table: string; readonly plan: string };
