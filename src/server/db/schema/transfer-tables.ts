/**
 * What an old phone encrypted for a new one, under the SHA-256 of the transfer's id; and which device
 * replaced which.
 */
export type TransferTables = {
  moves: { city: string; id_hash: string; device_hash: string; sealed: Buffer; ends_at: number };
  moved_devices: { city: string; device_hash: string; moved_to: string; id_hash: string; moved_at: number };
};
