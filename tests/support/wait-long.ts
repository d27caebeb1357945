import { beforeAll } from 'vitest';

/** A busy machine draws late: whatever is waited for has far longer than a second before it counts as missing. */
const PATIENCE_MS = 20_000;

beforeAll(async () => {
  // A test in Node draws nothing, and need not wait for this library either.
  if (typeof document === 'undefined') return;
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: PATIENCE_MS });
});
