import type { Draft, DraftChange } from './draft';

/** What changes without any answer of the resident. */
const NO_ANSWERS: ReadonlySet<string> = new Set(['id', 'startedAtMs', 'savedAtMs', 'page']);

/** Whether two readings of a draft give the same answers. An answer that only one of them has is a difference. */
export function isSameAnswers(one: Draft, other: Draft): boolean {
  return changesNothing(one, other) && changesNothing(other, one);
}

/** Whether a change leaves every answer of a draft as it is. What the change does not name stays. */
export function changesNothing(draft: Draft, change: DraftChange): boolean {
  const answers: Readonly<Record<string, unknown>> = { ...draft };
  return Object.entries(change).every(
    ([name, value]) => NO_ANSWERS.has(name) || JSON.stringify(value) === JSON.stringify(answers[name]),
  );
}

/**
 * Leaves out of `all` what has arrived; what was given over it meanwhile stays. An answer that was taken back is
 * `undefined`, which a change that does not name it has not brought.
 */
export function withoutArrived(all: DraftChange, arrived: DraftChange): DraftChange {
  const values: Readonly<Record<string, unknown>> = { ...arrived };
  const isLeft = ([name, value]: [string, unknown]) => !(name in values) || values[name] !== value;
  return Object.fromEntries(Object.entries(all).filter(isLeft));
}
