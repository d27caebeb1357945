/** Keys of 32 bytes. A value encrypted under an earlier key stays readable by that key's id. */
export type Keys = {
  readonly encryption: { readonly current: string; readonly byId: Readonly<Record<string, Buffer>> };
  readonly nikIndex: Buffer;
  /** Looks for keys added later; absent where there can be none. */
  readonly refresh?: () => void;
};
