/** One entry of the list that the build writes into a worker (`build/pack-files.ts`). */
export type KeptFile = {
  /** Relative to the worker's own address. */
  readonly url: string;
  /** Changes with the file's content; null where the address itself does. */
  readonly revision: string | null;
  /** The file's digest, as in a page's `integrity` attribute: `sha256-` and base64. */
  readonly integrity?: string;
  /** Bytes of a file that stands in the archive, where files are in the order of this list. */
  readonly bytes?: number;
  /** This entry is the archive itself, which is read and not kept. */
  readonly isArchive?: true;
};
