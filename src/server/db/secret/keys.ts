/** Keys of 32 bytes. What was sealed under an earlier key stays readable by its id. */
export type Keys = {
  readonly encryption: { readonly current: string; readonly byId: Readonly<Record<string, Buffer>> };
  readonly nikIndex: Buffer;
  /** Looks for keys that came later; absent where none can. */
  readonly refresh?: () => void;
};
