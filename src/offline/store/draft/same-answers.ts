import type { Draft, DraftChange } from './draft';

/** What changes without any answer of the resident. */
const NO_ANSWERS: ReadonlySet<string> = new Set(['id', 'startedAtMs', 'savedAtMs', 'page']);

/** Whether a change leaves every answer of a draft as it is. */
export function isSameAnswers(draft: Draft, change: DraftChange): boolean {
  const answers: Readonly<Record<string, unknown>> = { ...draft };
  return Object.entries(change).every(
    ([name, value]) => NO_ANSWERS.has(name) || JSON.stringify(value) === JSON.stringify(answers[name]),
  );
}
