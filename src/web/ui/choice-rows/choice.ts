import type { ReactNode } from 'react';
import type { IconName } from '../icon/icon-paths';

/** One row that can be chosen. */
export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: ReactNode | undefined;
  readonly icon?: IconName | undefined;
};
