/** The time by which something is judged. */
export type JudgedTime = {
  /** Unix milliseconds. */
  readonly nowMs: number;
  /**
   * Whether it is the server's time. A phone that has not heard from the server may be years off: what it
   * finds by such a time is a doubt, which warns and never refuses.
   */
  readonly isSure: boolean;
};
