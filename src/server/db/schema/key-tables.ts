/** What tells that keys are those of this database. */
export type KeyTables = { key_checks: { city: string; name: string; value: Buffer } };
