import type { RunOptions } from 'axe-core';

/** All of axe's rules, including the two that are off by default. */
export const ALL_RULES: RunOptions = {
  rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
};
