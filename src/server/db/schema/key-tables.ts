/** A value by which keys are recognised as those of this database. */
export type KeyTables = { key_checks: { city: string; name: string; value: Buffer } };
