/** What an old phone sealed for a new one, under the SHA-256 of the move's id; and who has moved to whom. */
export type TransferTables = {
  moves: { city: string; id_hash: string; device_hash: string; sealed: Buffer; ends_at: number };
  moved_devices: { city: string; device_hash: string; moved_to: string; id_hash: string; moved_at: number };
};
