import type { RunOptions } from 'axe-core';

/** All rules of axe, with the two on that its defaults leave off. */
export const ALL_RULES: RunOptions = {
  rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
};
