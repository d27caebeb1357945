import type { Readable } from 'node:stream';

/** A copy that was opened beside the database in use. */
export type OpenedAside = {
  readonly place: { readonly sqliteFile: string } | { readonly postgresUrl: string };
  /** Removes it; without effect once it took the database's place. */
  readonly remove: () => Promise<void>;
  /** Puts it in the database's place. Returns where the earlier one is kept, if there was one. */
  readonly takePlace: () => Promise<string | undefined>;
};

/** What differs between the two databases. */
export type CopyMaker = {
  /** The database as it is at one moment, while it is written to. `folder` is for what is needed meanwhile. */
  readonly read: (folder: string) => Promise<Readable>;
  /** Opens the copy in `file`. */
  readonly openAside: (file: string) => Promise<OpenedAside>;
  /** Throws in words where a process uses the database. */
  readonly refuseInUse: () => Promise<void>;
};
