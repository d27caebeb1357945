/** Work on rows of older versions that is finished for good, by the name of its job. Instants are Unix milliseconds. */
export type UpkeepTables = { finished_upgrades: { city: string; name: string; at: number } };
