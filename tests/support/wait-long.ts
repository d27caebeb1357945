import { beforeAll } from 'vitest';

/**
 * A busy machine renders late: what a test waits for gets far longer than a second before it counts as
 * missing.
 */
const PATIENCE_MS = 20_000;

beforeAll(async () => {
  // A test in Node renders nothing, so it need not wait for this library to load.
  if (typeof document === 'undefined') return;
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: PATIENCE_MS });
});
