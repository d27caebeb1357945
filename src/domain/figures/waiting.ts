/** This many people waited this many working days. */
export type WaitedFor = { readonly days: number; readonly people: number };

export type Waiting = {
  /** Half of the people waited this long or less; with an even count, the lower of the two middle values. */
  readonly medianDays: number | undefined;
  readonly people: number;
  readonly withinPromise: number;
};

/** Sums up how long people waited, against the promise in working days. */
export function sumUpWaiting(waits: readonly WaitedFor[], promiseDays: number): Waiting {
  const people = waits.reduce((sum, wait) => sum + wait.people, 0);
  const within = waits.filter(({ days }) => days <= promiseDays).reduce((sum, wait) => sum + wait.people, 0);
  let counted = 0;
  const median = [...waits]
    .sort((a, b) => a.days - b.days)
    .find((wait) => {
      counted += wait.people;
      return counted * 2 >= people;
    });
  return { medianDays: people === 0 ? undefined : median?.days, people, withinPromise: within };
}
